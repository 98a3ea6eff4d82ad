"""How a review is arranged: deadlines, required reviewers, order, delegation, checklists."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

TOPICS = "'board', 'subcommittee', 'fund', 'definition', 'other'"
ASPECTS = "'legal', 'policy', 'budget', 'subject'"


def upgrade() -> None:
    op.create_table('review_rule',
    sa.Column('act_id', sa.Integer(), nullable=False),
    sa.Column('topic', sa.String(length=20), nullable=False),
    sa.Column('required_approvals', sa.Integer(), nullable=True),
    sa.Column('in_order', sa.Boolean(), nullable=False),
    sa.Column('working_days', sa.Integer(), nullable=True),
    sa.Column('checklist', sa.JSON(), nullable=True),
    sa.Column('checklist_required', sa.Boolean(), nullable=False),
    sa.Column('changed_by_id', sa.Integer(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint(f'topic IN ({TOPICS})', name=op.f('ck_review_rule_topic')),
    sa.CheckConstraint('required_approvals BETWEEN 1 AND 9', name=op.f('ck_review_rule_required_approvals')),
    sa.CheckConstraint('working_days BETWEEN 1 AND 250', name=op.f('ck_review_rule_working_days')),
    sa.ForeignKeyConstraint(['act_id'], ['act.id'], name=op.f('fk_review_rule_act_id_act')),
    sa.ForeignKeyConstraint(['changed_by_id'], ['user_account.id'], name=op.f('fk_review_rule_changed_by_id_user_account')),
    sa.PrimaryKeyConstraint('act_id', 'topic', name=op.f('pk_review_rule'))
    )
    op.create_table('required_aspect',
    sa.Column('act_id', sa.Integer(), nullable=False),
    sa.Column('topic', sa.String(length=20), nullable=False),
    sa.Column('aspect', sa.String(length=20), nullable=False),
    sa.CheckConstraint(f'topic IN ({TOPICS})', name=op.f('ck_required_aspect_topic')),
    sa.CheckConstraint(f'aspect IN ({ASPECTS})', name=op.f('ck_required_aspect_aspect')),
    sa.ForeignKeyConstraint(['act_id', 'topic'], ['review_rule.act_id', 'review_rule.topic'], name='fk_required_aspect'),
    sa.PrimaryKeyConstraint('act_id', 'topic', 'aspect', name=op.f('pk_required_aspect'))
    )
    with op.batch_alter_table('assignment') as table:
        table.add_column(sa.Column('aspect', sa.String(length=20), nullable=True))
        table.add_column(sa.Column('position', sa.Integer(), nullable=False, server_default='1'))
        table.add_column(sa.Column('due_on', sa.Date(), nullable=True))
        table.add_column(sa.Column('for_id', sa.Integer(), nullable=True))
        table.create_foreign_key(op.f('fk_assignment_for_id_user_account'), 'user_account', ['for_id'], ['id'])
        table.create_check_constraint(op.f('ck_assignment_aspect'), f'aspect IN ({ASPECTS})')
        table.create_check_constraint(op.f('ck_assignment_position'), 'position >= 1')
        table.create_check_constraint(op.f('ck_assignment_for_another'), 'for_id <> reviewer_id')
    op.add_column('proposal', sa.Column('due_on', sa.Date(), nullable=True))
    # The table of decisions is not made anew: its triggers keep it as it is.
    op.execute(f"ALTER TABLE decision ADD COLUMN aspect VARCHAR(20) CONSTRAINT ck_decision_aspect CHECK (aspect IN ({ASPECTS}))")
    op.add_column('decision', sa.Column('checklist', sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column('decision', 'checklist')
    op.drop_column('decision', 'aspect')
    op.drop_column('proposal', 'due_on')
    with op.batch_alter_table('assignment') as table:
        for name in ('aspect', 'position', 'for_another'):
            table.drop_constraint(op.f(f'ck_assignment_{name}'), type_='check')
        table.drop_constraint(op.f('fk_assignment_for_id_user_account'), type_='foreignkey')
        for name in ('for_id', 'due_on', 'position', 'aspect'):
            table.drop_column(name)
    op.drop_table('required_aspect')
    op.drop_table('review_rule')
