"""What a person was told, and what he or she saw."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None

WISHES = "'at_once', 'daily', 'none'"
WHYS = "'named', 'voided', 'thread', 'owner', 'codrafter', 'reviewer', 'secretary', 'commenter'"


def upgrade() -> None:
    # Other tables refer to that of people: a column is added, the table is not made anew.
    op.execute(
        "ALTER TABLE user_account ADD COLUMN mail_wish VARCHAR(20) DEFAULT 'at_once' NOT NULL "
        f"CONSTRAINT ck_user_account_mail_wish CHECK (mail_wish IN ({WISHES}))"
    )
    op.create_table('mail',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('day', sa.Date(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('next_try_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('given_up_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('failed', sa.String(length=500), nullable=False),
    sa.CheckConstraint('attempts >= 0', name=op.f('ck_mail_attempts')),
    sa.CheckConstraint('(next_try_at IS NULL) = (sent_at IS NOT NULL OR given_up_at IS NOT NULL)', name=op.f('ck_mail_ended')),
    sa.CheckConstraint('sent_at IS NULL OR given_up_at IS NULL', name=op.f('ck_mail_one_end')),
    sa.ForeignKeyConstraint(['person_id'], ['user_account.id'], name=op.f('fk_mail_person_id_user_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mail')),
    sa.UniqueConstraint('person_id', 'day', name=op.f('uq_mail_person_id_day')),
    )
    op.create_index('ix_mail_due', 'mail', ['next_try_at'])
    op.create_table('notice',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('event_number', sa.Integer(), nullable=False),
    sa.Column('proposal_id', sa.Integer(), nullable=False),
    sa.Column('why', sa.String(length=20), nullable=False),
    sa.Column('mail_wish', sa.String(length=20), nullable=False),
    sa.Column('mail_id', sa.Integer(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint(f'why IN ({WHYS})', name=op.f('ck_notice_why')),
    sa.CheckConstraint(f'mail_wish IN ({WISHES})', name=op.f('ck_notice_mail_wish')),
    sa.ForeignKeyConstraint(['person_id'], ['user_account.id'], name=op.f('fk_notice_person_id_user_account')),
    sa.ForeignKeyConstraint(['event_number'], ['event.number'], name=op.f('fk_notice_event_number_event')),
    sa.ForeignKeyConstraint(['proposal_id'], ['proposal.id'], name=op.f('fk_notice_proposal_id_proposal')),
    sa.ForeignKeyConstraint(['mail_id'], ['mail.id'], name=op.f('fk_notice_mail_id_mail')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notice')),
    sa.UniqueConstraint('person_id', 'event_number', name=op.f('uq_notice_person_id_event_number')),
    )
    unread, unmailed = sa.text('read_at IS NULL'), sa.text('mail_id IS NULL')
    op.create_index('ix_notice_unread', 'notice', ['person_id', 'proposal_id'], sqlite_where=unread, postgresql_where=unread)
    op.create_index('ix_notice_unmailed', 'notice', ['mail_wish', 'person_id'], sqlite_where=unmailed, postgresql_where=unmailed)
    op.create_index('ix_notice_mail', 'notice', ['mail_id'])
    op.create_table('look',
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('proposal_id', sa.Integer(), nullable=False),
    sa.Column('event_number', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['user_account.id'], name=op.f('fk_look_person_id_user_account')),
    sa.ForeignKeyConstraint(['proposal_id'], ['proposal.id'], name=op.f('fk_look_proposal_id_proposal')),
    sa.ForeignKeyConstraint(['event_number'], ['event.number'], name=op.f('fk_look_event_number_event')),
    sa.PrimaryKeyConstraint('person_id', 'proposal_id', name=op.f('pk_look')),
    )


def downgrade() -> None:
    op.drop_table('look')
    op.drop_index('ix_notice_mail', 'notice')
    op.drop_index('ix_notice_unmailed', 'notice')
    op.drop_index('ix_notice_unread', 'notice')
    op.drop_table('notice')
    op.drop_index('ix_mail_due', 'mail')
    op.drop_table('mail')
    op.drop_column('user_account', 'mail_wish')
