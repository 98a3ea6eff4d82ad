"""Documents that are made in the queue, and texts found by their hash."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('made_paper',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('proposal_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('form', sa.String(length=10), nullable=False),
    sa.Column('old_number', sa.Integer(), nullable=False),
    sa.Column('new_number', sa.Integer(), nullable=False),
    sa.Column('verified_at', sa.String(length=300), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('done', sa.Integer(), nullable=False),
    sa.Column('total', sa.Integer(), nullable=False),
    sa.Column('failed', sa.String(length=40), nullable=False),
    sa.Column('ready_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('file_hash', sa.String(length=64), nullable=True),
    sa.Column('file', sa.LargeBinary(), nullable=True),
    sa.CheckConstraint('done >= 0 AND total >= 1 AND done <= total', name=op.f('ck_made_paper_parts')),
    sa.CheckConstraint('(ready_at IS NULL) = (file IS NULL)', name=op.f('ck_made_paper_ready_has_file')),
    sa.CheckConstraint('(ready_at IS NULL) = (file_hash IS NULL)', name=op.f('ck_made_paper_ready_has_hash')),
    sa.CheckConstraint("ready_at IS NULL OR failed = ''", name=op.f('ck_made_paper_ready_or_failed')),
    sa.CheckConstraint('length(file_hash) = 64', name=op.f('ck_made_paper_file_hash_length')),
    sa.ForeignKeyConstraint(['person_id'], ['user_account.id'], name=op.f('fk_made_paper_person_id_user_account')),
    sa.ForeignKeyConstraint(['proposal_id'], ['proposal.id'], name=op.f('fk_made_paper_proposal_id_proposal')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_made_paper')),
    )
    op.create_index('ix_made_paper_person', 'made_paper', ['person_id', 'proposal_id'])
    op.create_index('ix_made_paper_asked', 'made_paper', ['asked_at'])
    op.create_index('ix_draft_content_hash', 'draft', ['content_hash'])


def downgrade() -> None:
    op.drop_index('ix_draft_content_hash', 'draft')
    op.drop_index('ix_made_paper_asked', 'made_paper')
    op.drop_index('ix_made_paper_person', 'made_paper')
    op.drop_table('made_paper')
