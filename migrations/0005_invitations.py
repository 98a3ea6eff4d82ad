"""People outside the office who may comment on one proposal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None

COLUMNS = (
    "id", "proposal_id", "draft_id", "parent_id", "address", "quote", "start", "body", "suggestion", "blocking",
    "author_id", "created_at", "resolved_by_id", "resolved_at",
)
INDEXES = {'ix_comment_parent': ['parent_id'], 'ix_comment_proposal': ['proposal_id', 'created_at']}


def upgrade() -> None:
    op.create_table('invitation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('proposal_id', sa.Integer(), nullable=False),
    sa.Column('person', sa.String(length=200), nullable=False),
    sa.Column('organisation', sa.String(length=300), nullable=False),
    sa.Column('email', sa.String(length=254), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('last_day', sa.Date(), nullable=False),
    sa.Column('invited_by_id', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("trim(person) <> ''", name=op.f('ck_invitation_person_filled')),
    sa.CheckConstraint("trim(organisation) <> ''", name=op.f('ck_invitation_organisation_filled')),
    sa.CheckConstraint('email = lower(email)', name=op.f('ck_invitation_email_lower')),
    sa.CheckConstraint('length(token_hash) = 64', name=op.f('ck_invitation_token_hash_length')),
    sa.ForeignKeyConstraint(['proposal_id'], ['proposal.id'], name=op.f('fk_invitation_proposal_id_proposal')),
    sa.ForeignKeyConstraint(['invited_by_id'], ['user_account.id'], name=op.f('fk_invitation_invited_by_id_user_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitation')),
    sa.UniqueConstraint('id', 'proposal_id', name=op.f('uq_invitation_id_proposal_id')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_invitation_token_hash')),
    )
    op.create_index('ix_invitation_proposal', 'invitation', ['proposal_id', 'id'])
    if op.get_bind().dialect.name == 'sqlite':
        rebuild(guests=True)
    else:
        op.add_column('comment', sa.Column('invitation_id', sa.Integer(), nullable=True))
        op.alter_column('comment', 'author_id', nullable=True)
        op.create_foreign_key(
            'fk_comment_invitation', 'comment', 'invitation', ['invitation_id', 'proposal_id'], ['id', 'proposal_id']
        )
        for name, condition in GUEST_CHECKS.items():
            op.create_check_constraint(op.f(name), 'comment', condition)
    op.create_index('ix_comment_invitation', 'comment', ['invitation_id'])


def downgrade() -> None:
    """What guests said goes with them, and the answers to it."""
    op.execute(
        "DELETE FROM taken_suggestion WHERE comment_id IN (SELECT id FROM comment WHERE invitation_id IS NOT NULL)"
    )
    op.execute(
        "DELETE FROM comment WHERE parent_id IN (SELECT id FROM comment WHERE invitation_id IS NOT NULL AND parent_id IS NULL)"
    )
    op.execute("DELETE FROM comment WHERE invitation_id IS NOT NULL")
    op.drop_index('ix_comment_invitation', 'comment')
    if op.get_bind().dialect.name == 'sqlite':
        rebuild(guests=False)
    else:
        for name in GUEST_CHECKS:
            op.drop_constraint(op.f(name), 'comment', type_='check')
        op.drop_constraint('fk_comment_invitation', 'comment', type_='foreignkey')
        op.alter_column('comment', 'author_id', nullable=False)
        op.drop_column('comment', 'invitation_id')
    op.drop_index('ix_invitation_proposal', 'invitation')
    op.drop_table('invitation')


GUEST_CHECKS = {
    'ck_comment_one_author': '(author_id IS NULL) <> (invitation_id IS NULL)',
    'ck_comment_guest_blocks_nothing': 'invitation_id IS NULL OR NOT blocking',
}


def rebuild(*, guests: bool) -> None:
    """SQLite changes no column: the table is made anew. What hangs on its rows is untied meanwhile and tied again."""
    columns = ", ".join(COLUMNS)
    op.execute("CREATE TEMPORARY TABLE kept_taken AS SELECT * FROM taken_suggestion")
    op.execute("CREATE TEMPORARY TABLE kept_parents AS SELECT id, parent_id FROM comment WHERE parent_id IS NOT NULL")
    op.execute("DELETE FROM taken_suggestion")
    op.execute("CREATE TEMPORARY TABLE kept_comments AS SELECT * FROM comment")
    op.execute("UPDATE comment SET parent_id = NULL")
    for name in INDEXES:
        op.drop_index(name, 'comment')
    op.drop_table('comment')
    create_comment(guests=guests)
    without_parents = columns.replace("parent_id", "NULL")
    op.execute(f"INSERT INTO comment ({columns}) SELECT {without_parents} FROM kept_comments")
    op.execute(
        "UPDATE comment SET parent_id = (SELECT kept_parents.parent_id FROM kept_parents WHERE kept_parents.id = comment.id)"
    )
    op.execute("INSERT INTO taken_suggestion SELECT * FROM kept_taken")
    for name in ("kept_taken", "kept_parents", "kept_comments"):
        op.execute(f"DROP TABLE {name}")


def create_comment(*, guests: bool) -> None:
    of_guests = (
        (
            sa.Column('invitation_id', sa.Integer(), nullable=True),
            sa.ForeignKeyConstraint(
                ['invitation_id', 'proposal_id'], ['invitation.id', 'invitation.proposal_id'], name='fk_comment_invitation'
            ),
            *(sa.CheckConstraint(condition, name=op.f(name)) for name, condition in GUEST_CHECKS.items()),
        )
        if guests
        else ()
    )
    op.create_table('comment',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('proposal_id', sa.Integer(), nullable=False),
    sa.Column('draft_id', sa.Integer(), nullable=True),
    sa.Column('parent_id', sa.Integer(), nullable=True),
    sa.Column('address', sa.String(length=200), nullable=False),
    sa.Column('quote', sa.Text(), nullable=False),
    sa.Column('start', sa.Integer(), nullable=True),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('suggestion', sa.Text(), nullable=True),
    sa.Column('blocking', sa.Boolean(), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=guests),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('resolved_by_id', sa.Integer(), nullable=True),
    sa.Column('resolved_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("draft_id IS NOT NULL OR address = ''", name=op.f('ck_comment_unit_has_draft')),
    sa.CheckConstraint("quote = '' OR address <> ''", name=op.f('ck_comment_quote_has_unit')),
    sa.CheckConstraint("suggestion IS NULL OR (address <> '' AND parent_id IS NULL)", name=op.f('ck_comment_suggestion_has_unit')),
    sa.CheckConstraint("trim(body) <> ''", name=op.f('ck_comment_body_filled')),
    sa.CheckConstraint('(resolved_at IS NULL) = (resolved_by_id IS NULL)', name=op.f('ck_comment_resolved')),
    sa.CheckConstraint('parent_id IS NULL OR (NOT blocking AND resolved_at IS NULL)', name=op.f('ck_comment_reply')),
    sa.ForeignKeyConstraint(['author_id'], ['user_account.id'], name=op.f('fk_comment_author_id_user_account')),
    sa.ForeignKeyConstraint(['draft_id', 'proposal_id'], ['draft.id', 'draft.proposal_id'], name='fk_comment_draft'),
    sa.ForeignKeyConstraint(['parent_id', 'proposal_id'], ['comment.id', 'comment.proposal_id'], name='fk_comment_parent'),
    sa.ForeignKeyConstraint(['proposal_id'], ['proposal.id'], name=op.f('fk_comment_proposal_id_proposal')),
    sa.ForeignKeyConstraint(['resolved_by_id'], ['user_account.id'], name=op.f('fk_comment_resolved_by_id_user_account')),
    *of_guests,
    sa.PrimaryKeyConstraint('id', name=op.f('pk_comment')),
    sa.UniqueConstraint('id', 'proposal_id', name=op.f('uq_comment_id_proposal_id'))
    )
    for name, indexed in INDEXES.items():
        op.create_index(name, 'comment', indexed)
