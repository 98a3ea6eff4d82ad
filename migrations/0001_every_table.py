"""Every table, and the triggers that keep what must never change."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = '0001'
down_revision = None
branch_labels = ('default',)
depends_on = None

# What is never changed, with the columns by which a row of it is known.
IMMUTABLE = {
    "edition": (("id",), ("act_id", "number"), ("act_id", "content_hash")),
    "draft": (("id",), ("proposal_id", "number")),
    "decision": (("id",), ("proposal_id", "reviewer_id", "ordinal")),
    "event": (("number",), ("hash",), ("previous_hash",)),
}


def sqlite_triggers(table: str, keys: tuple[tuple[str, ...], ...]) -> list[str]:
    """Refuse UPDATE and DELETE; and INSERT OR REPLACE, which deletes without telling the trigger for DELETE."""
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is never changed'); END"
    same = " OR ".join("(" + " AND ".join(f"{column} = NEW.{column}" for column in key) + ")" for key in keys)
    return [
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) {refuse}",
    ]


POSTGRESQL_FUNCTION = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is never changed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$
"""


def create_triggers() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(POSTGRESQL_FUNCTION)
        for table in IMMUTABLE:
            op.execute(
                f"CREATE TRIGGER {table}_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            )
        return
    for table, keys in IMMUTABLE.items():
        for statement in sqlite_triggers(table, keys):
            op.execute(statement)


def upgrade() -> None:
    op.create_table('act',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('slug', sa.String(length=80), nullable=False),
    sa.Column('title', sa.String(length=500), nullable=False),
    sa.Column('required_approvals', sa.Integer(), nullable=False),
    sa.Column('is_demonstration', sa.Boolean(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("trim(slug) <> ''", name=op.f('ck_act_slug_filled')),
    sa.CheckConstraint("trim(title) <> ''", name=op.f('ck_act_title_filled')),
    sa.CheckConstraint('required_approvals BETWEEN 1 AND 9', name=op.f('ck_act_required_approvals')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_act')),
    sa.UniqueConstraint('slug', name=op.f('uq_act_slug'))
    )
    op.create_table('user_account',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('email', sa.String(length=254), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('password_hash', sa.String(length=200), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.Column('is_demonstration', sa.Boolean(), nullable=False),
    sa.Column('language', sa.String(length=2), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("language IN ('th', 'en')", name=op.f('ck_user_account_language')),
    sa.CheckConstraint("name <> ''", name=op.f('ck_user_account_name_given')),
    sa.CheckConstraint('email = lower(email)', name=op.f('ck_user_account_email_lower')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_user_account')),
    sa.UniqueConstraint('email', name=op.f('uq_user_account_email'))
    )
    op.create_table('edition',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('act_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('in_force_from', sa.Date(), nullable=False),
    sa.Column('source_text', sa.Text(), nullable=False),
    sa.Column('content_hash', sa.String(length=64), nullable=False),
    sa.Column('unplaced', sa.JSON(), nullable=False),
    sa.Column('oddities', sa.JSON(), nullable=False),
    sa.Column('imported_by_id', sa.Integer(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("trim(source_text) <> ''", name=op.f('ck_edition_source_text_filled')),
    sa.CheckConstraint('length(content_hash) = 64', name=op.f('ck_edition_content_hash_length')),
    sa.CheckConstraint('number >= 1', name=op.f('ck_edition_number')),
    sa.ForeignKeyConstraint(['act_id'], ['act.id'], name=op.f('fk_edition_act_id_act')),
    sa.ForeignKeyConstraint(['imported_by_id'], ['user_account.id'], name=op.f('fk_edition_imported_by_id_user_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_edition')),
    sa.UniqueConstraint('act_id', 'content_hash', name=op.f('uq_edition_act_id_content_hash')),
    sa.UniqueConstraint('act_id', 'number', name=op.f('uq_edition_act_id_number')),
    sa.UniqueConstraint('id', 'act_id', name=op.f('uq_edition_id_act_id'))
    )
    op.create_table('sign_in',
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('seen_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['user_id'], ['user_account.id'], name=op.f('fk_sign_in_user_id_user_account'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('token_hash', name=op.f('pk_sign_in'))
    )
    with op.batch_alter_table('sign_in', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sign_in_user_id'), ['user_id'], unique=False)

    op.create_table('user_role',
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.Column('role', sa.String(length=20), nullable=False),
    sa.CheckConstraint("role IN ('reader', 'drafter', 'reviewer', 'secretary', 'admin')", name=op.f('ck_user_role_role')),
    sa.ForeignKeyConstraint(['user_id'], ['user_account.id'], name=op.f('fk_user_role_user_id_user_account'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('user_id', 'role', name=op.f('pk_user_role'))
    )
    op.create_table('proposal',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('act_id', sa.Integer(), nullable=False),
    sa.Column('edition_id', sa.Integer(), nullable=False),
    sa.Column('topic', sa.String(length=20), nullable=False),
    sa.Column('title', sa.String(length=300), nullable=False),
    sa.Column('reasons', sa.Text(), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('state_since', sa.DateTime(timezone=True), nullable=False),
    sa.Column('first_submitted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('round', sa.Integer(), nullable=False),
    sa.Column('draft_count', sa.Integer(), nullable=False),
    sa.Column('content_hash', sa.String(length=64), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("draft_count > 0 OR state IN ('draft', 'withdrawn')", name=op.f('ck_proposal_submitted_has_draft')),
    sa.CheckConstraint("first_submitted_at IS NOT NULL OR state IN ('draft', 'withdrawn')", name=op.f('ck_proposal_submitted_has_date')),
    sa.CheckConstraint("state IN ('draft', 'submitted', 'in_review', 'changes_requested', 'approved', 'rejected', 'withdrawn')", name=op.f('ck_proposal_state')),
    sa.CheckConstraint("topic IN ('board', 'subcommittee', 'fund', 'definition', 'other')", name=op.f('ck_proposal_topic')),
    sa.CheckConstraint("trim(title) <> ''", name=op.f('ck_proposal_title_filled')),
    sa.CheckConstraint('(draft_count = 0) = (content_hash IS NULL)', name=op.f('ck_proposal_draft_count')),
    sa.CheckConstraint('round >= 1', name=op.f('ck_proposal_round')),
    sa.CheckConstraint('version >= 1', name=op.f('ck_proposal_version')),
    sa.ForeignKeyConstraint(['act_id'], ['act.id'], name=op.f('fk_proposal_act_id_act')),
    sa.ForeignKeyConstraint(['edition_id', 'act_id'], ['edition.id', 'edition.act_id'], name='fk_proposal_edition'),
    sa.ForeignKeyConstraint(['owner_id'], ['user_account.id'], name=op.f('fk_proposal_owner_id_user_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_proposal')),
    sa.UniqueConstraint('id', 'act_id', name=op.f('uq_proposal_id_act_id'))
    )
    with op.batch_alter_table('proposal', schema=None) as batch_op:
        batch_op.create_index('ix_proposal_act', ['act_id', 'state', 'state_since'], unique=False)
        batch_op.create_index('ix_proposal_owner', ['owner_id', 'state', 'state_since'], unique=False)
        batch_op.create_index('ix_proposal_seen', ['state', 'first_submitted_at'], unique=False)
        batch_op.create_index('ix_proposal_since', ['state_since', 'id'], unique=False)
        batch_op.create_index('ix_proposal_state', ['state', 'state_since', 'id'], unique=False)

    op.create_table('assignment',
    sa.Column('proposal_id', sa.Integer(), nullable=False),
    sa.Column('reviewer_id', sa.Integer(), nullable=False),
    sa.Column('assigned_by_id', sa.Integer(), nullable=False),
    sa.Column('assigned_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['assigned_by_id'], ['user_account.id'], name=op.f('fk_assignment_assigned_by_id_user_account')),
    sa.ForeignKeyConstraint(['proposal_id'], ['proposal.id'], name=op.f('fk_assignment_proposal_id_proposal')),
    sa.ForeignKeyConstraint(['reviewer_id'], ['user_account.id'], name=op.f('fk_assignment_reviewer_id_user_account')),
    sa.PrimaryKeyConstraint('proposal_id', 'reviewer_id', name=op.f('pk_assignment'))
    )
    with op.batch_alter_table('assignment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_assignment_reviewer_id'), ['reviewer_id'], unique=False)

    op.create_table('co_drafter',
    sa.Column('proposal_id', sa.Integer(), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['proposal_id'], ['proposal.id'], name=op.f('fk_co_drafter_proposal_id_proposal')),
    sa.ForeignKeyConstraint(['user_id'], ['user_account.id'], name=op.f('fk_co_drafter_user_id_user_account')),
    sa.PrimaryKeyConstraint('proposal_id', 'user_id', name=op.f('pk_co_drafter'))
    )
    with op.batch_alter_table('co_drafter', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_co_drafter_user_id'), ['user_id'], unique=False)

    op.create_table('draft',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('proposal_id', sa.Integer(), nullable=False),
    sa.Column('act_id', sa.Integer(), nullable=False),
    sa.Column('edition_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('edits', sa.JSON(), nullable=False),
    sa.Column('frame', sa.JSON(), nullable=False),
    sa.Column('content_hash', sa.String(length=64), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('length(content_hash) = 64', name=op.f('ck_draft_content_hash_length')),
    sa.CheckConstraint('number >= 1', name=op.f('ck_draft_number')),
    sa.ForeignKeyConstraint(['author_id'], ['user_account.id'], name=op.f('fk_draft_author_id_user_account')),
    sa.ForeignKeyConstraint(['edition_id', 'act_id'], ['edition.id', 'edition.act_id'], name='fk_draft_edition'),
    sa.ForeignKeyConstraint(['proposal_id', 'act_id'], ['proposal.id', 'proposal.act_id'], name='fk_draft_proposal'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_draft')),
    sa.UniqueConstraint('id', 'proposal_id', 'content_hash', name=op.f('uq_draft_id_proposal_id_content_hash')),
    sa.UniqueConstraint('id', 'proposal_id', name=op.f('uq_draft_id_proposal_id')),
    sa.UniqueConstraint('proposal_id', 'number', name=op.f('uq_draft_proposal_id_number'))
    )
    with op.batch_alter_table('draft', schema=None) as batch_op:
        batch_op.create_index('ix_draft_author', ['proposal_id', 'author_id'], unique=False)

    op.create_table('event',
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('proposal_id', sa.Integer(), nullable=True),
    sa.Column('act_id', sa.Integer(), nullable=True),
    sa.Column('actor_id', sa.Integer(), nullable=True),
    sa.Column('action', sa.String(length=40), nullable=False),
    sa.Column('details', sa.JSON(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('previous_hash', sa.String(length=64), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.CheckConstraint("trim(action) <> ''", name=op.f('ck_event_action_filled')),
    sa.CheckConstraint('length(hash) = 64', name=op.f('ck_event_hash_length')),
    sa.CheckConstraint('length(previous_hash) = 64', name=op.f('ck_event_previous_hash_length')),
    sa.CheckConstraint('number >= 1', name=op.f('ck_event_number')),
    sa.ForeignKeyConstraint(['act_id'], ['act.id'], name=op.f('fk_event_act_id_act')),
    sa.ForeignKeyConstraint(['actor_id'], ['user_account.id'], name=op.f('fk_event_actor_id_user_account')),
    sa.ForeignKeyConstraint(['proposal_id'], ['proposal.id'], name=op.f('fk_event_proposal_id_proposal')),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_event')),
    sa.UniqueConstraint('hash', name=op.f('uq_event_hash')),
    sa.UniqueConstraint('previous_hash', name=op.f('uq_event_previous_hash'))
    )
    with op.batch_alter_table('event', schema=None) as batch_op:
        batch_op.create_index('ix_event_act', ['act_id', 'number'], unique=False)
        batch_op.create_index('ix_event_proposal', ['proposal_id', 'number'], unique=False)

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
    sa.Column('author_id', sa.Integer(), nullable=False),
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
    sa.PrimaryKeyConstraint('id', name=op.f('pk_comment')),
    sa.UniqueConstraint('id', 'proposal_id', name=op.f('uq_comment_id_proposal_id'))
    )
    with op.batch_alter_table('comment', schema=None) as batch_op:
        batch_op.create_index('ix_comment_parent', ['parent_id'], unique=False)
        batch_op.create_index('ix_comment_proposal', ['proposal_id', 'created_at'], unique=False)

    op.create_table('taken_suggestion',
    sa.Column('comment_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('proposal_id', sa.Integer(), nullable=False),
    sa.Column('draft_id', sa.Integer(), nullable=True),
    sa.Column('taken_by_id', sa.Integer(), nullable=False),
    sa.Column('taken_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['comment_id', 'proposal_id'], ['comment.id', 'comment.proposal_id'], name='fk_taken_suggestion_comment'),
    sa.ForeignKeyConstraint(['draft_id', 'proposal_id'], ['draft.id', 'draft.proposal_id'], name='fk_taken_suggestion_draft'),
    sa.ForeignKeyConstraint(['taken_by_id'], ['user_account.id'], name=op.f('fk_taken_suggestion_taken_by_id_user_account')),
    sa.PrimaryKeyConstraint('comment_id', name=op.f('pk_taken_suggestion'))
    )
    with op.batch_alter_table('taken_suggestion', schema=None) as batch_op:
        batch_op.create_index('ix_taken_suggestion_proposal', ['proposal_id', 'draft_id'], unique=False)

    op.create_table('decision',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('proposal_id', sa.Integer(), nullable=False),
    sa.Column('draft_id', sa.Integer(), nullable=False),
    sa.Column('reviewer_id', sa.Integer(), nullable=False),
    sa.Column('ordinal', sa.Integer(), nullable=False),
    sa.Column('choice', sa.String(length=20), nullable=False),
    sa.Column('content_hash', sa.String(length=64), nullable=False),
    sa.Column('round', sa.Integer(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("choice = 'approve' OR trim(reason) <> ''", name=op.f('ck_decision_reason_filled')),
    sa.CheckConstraint("choice IN ('approve', 'request_changes', 'reject')", name=op.f('ck_decision_choice')),
    sa.CheckConstraint('length(content_hash) = 64', name=op.f('ck_decision_content_hash_length')),
    sa.CheckConstraint('ordinal >= 1', name=op.f('ck_decision_ordinal')),
    sa.CheckConstraint('round >= 1', name=op.f('ck_decision_round')),
    sa.ForeignKeyConstraint(['draft_id', 'proposal_id', 'content_hash'], ['draft.id', 'draft.proposal_id', 'draft.content_hash'], name='fk_decision_draft'),
    sa.ForeignKeyConstraint(['proposal_id'], ['proposal.id'], name=op.f('fk_decision_proposal_id_proposal')),
    sa.ForeignKeyConstraint(['reviewer_id'], ['user_account.id'], name=op.f('fk_decision_reviewer_id_user_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_decision')),
    sa.UniqueConstraint('proposal_id', 'reviewer_id', 'ordinal', name=op.f('uq_decision_proposal_id_reviewer_id_ordinal'))
    )
    op.create_table('working_copy',
    sa.Column('proposal_id', sa.Integer(), nullable=False),
    sa.Column('edits', sa.JSON(), nullable=False),
    sa.Column('frame', sa.JSON(), nullable=False),
    sa.Column('based_on_id', sa.Integer(), nullable=True),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('updated_by_id', sa.Integer(), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('revision >= 1', name=op.f('ck_working_copy_revision')),
    sa.ForeignKeyConstraint(['based_on_id', 'proposal_id'], ['draft.id', 'draft.proposal_id'], name='fk_working_copy_draft'),
    sa.ForeignKeyConstraint(['proposal_id'], ['proposal.id'], name=op.f('fk_working_copy_proposal_id_proposal')),
    sa.ForeignKeyConstraint(['updated_by_id'], ['user_account.id'], name=op.f('fk_working_copy_updated_by_id_user_account')),
    sa.PrimaryKeyConstraint('proposal_id', name=op.f('pk_working_copy'))
    )
    op.create_table('policy_wish',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('act_id', sa.Integer(), nullable=False),
    sa.Column('topic', sa.String(length=20), nullable=False),
    sa.Column('text', sa.String(length=300), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('created_by_id', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("topic IN ('board', 'subcommittee', 'fund', 'definition', 'other')", name=op.f('ck_policy_wish_topic')),
    sa.CheckConstraint("trim(text) <> ''", name=op.f('ck_policy_wish_text_filled')),
    sa.CheckConstraint("trim(words) <> ''", name=op.f('ck_policy_wish_words_filled')),
    sa.ForeignKeyConstraint(['act_id'], ['act.id'], name=op.f('fk_policy_wish_act_id_act')),
    sa.ForeignKeyConstraint(['created_by_id'], ['user_account.id'], name=op.f('fk_policy_wish_created_by_id_user_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_policy_wish'))
    )
    with op.batch_alter_table('policy_wish', schema=None) as batch_op:
        batch_op.create_index('ix_policy_wish_act', ['act_id', 'topic', 'id'], unique=False)

    create_triggers()


def downgrade() -> None:
    with op.batch_alter_table('policy_wish', schema=None) as batch_op:
        batch_op.drop_index('ix_policy_wish_act')

    op.drop_table('policy_wish')
    op.drop_table('working_copy')
    op.drop_table('decision')
    with op.batch_alter_table('taken_suggestion', schema=None) as batch_op:
        batch_op.drop_index('ix_taken_suggestion_proposal')

    op.drop_table('taken_suggestion')
    with op.batch_alter_table('comment', schema=None) as batch_op:
        batch_op.drop_index('ix_comment_proposal')
        batch_op.drop_index('ix_comment_parent')

    op.drop_table('comment')
    with op.batch_alter_table('event', schema=None) as batch_op:
        batch_op.drop_index('ix_event_proposal')
        batch_op.drop_index('ix_event_act')

    op.drop_table('event')
    with op.batch_alter_table('draft', schema=None) as batch_op:
        batch_op.drop_index('ix_draft_author')

    op.drop_table('draft')
    with op.batch_alter_table('co_drafter', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_co_drafter_user_id'))

    op.drop_table('co_drafter')
    with op.batch_alter_table('assignment', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_assignment_reviewer_id'))

    op.drop_table('assignment')
    with op.batch_alter_table('proposal', schema=None) as batch_op:
        batch_op.drop_index('ix_proposal_state')
        batch_op.drop_index('ix_proposal_since')
        batch_op.drop_index('ix_proposal_seen')
        batch_op.drop_index('ix_proposal_owner')
        batch_op.drop_index('ix_proposal_act')

    op.drop_table('proposal')
    op.drop_table('user_role')
    with op.batch_alter_table('sign_in', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sign_in_user_id'))

    op.drop_table('sign_in')
    op.drop_table('edition')
    op.drop_table('user_account')
    op.drop_table('act')
    # The triggers went with their tables.
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_change()")
