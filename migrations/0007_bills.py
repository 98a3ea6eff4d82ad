"""Bills: approved proposals put together; two more states of a proposal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None

STATES = ('draft', 'submitted', 'in_review', 'changes_requested', 'approved', 'rejected', 'withdrawn')
NEW_STATES = (*STATES, 'in_bill', 'enacted')
CLOSED = "OLD.state <> 'open'"
OF_CLOSED = "EXISTS (SELECT 1 FROM bill WHERE bill.id = OLD.bill_id AND bill.state <> 'open')"


def upgrade() -> None:
    set_states(STATES, NEW_STATES)
    create_bill()
    create_bill_part()
    keep_closed()


def create_bill() -> None:
    op.create_table('bill',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('act_id', sa.Integer(), nullable=False),
    sa.Column('edition_id', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=300), nullable=False),
    sa.Column('reasons', sa.Text(), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('frame', sa.JSON(), nullable=False),
    sa.Column('settled_hash', sa.String(length=64), nullable=True),
    sa.Column('confirmed_hash', sa.String(length=64), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('created_by_id', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closed_by_id', sa.Integer(), nullable=True),
    sa.Column('dissolved_because', sa.Text(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=True),
    sa.Column('year', sa.Integer(), nullable=True),
    sa.Column('gazetted_on', sa.Date(), nullable=True),
    sa.Column('gazette', sa.String(length=200), nullable=False),
    sa.Column('text_hash', sa.String(length=64), nullable=True),
    sa.Column('made_edition_id', sa.Integer(), nullable=True),
    sa.CheckConstraint("state IN ('open', 'enacted', 'dissolved')", name=op.f('ck_bill_state')),
    sa.CheckConstraint("trim(title) <> ''", name=op.f('ck_bill_title_filled')),
    sa.CheckConstraint('version >= 1', name=op.f('ck_bill_version')),
    sa.CheckConstraint("(state = 'open') = (closed_at IS NULL)", name=op.f('ck_bill_closed_at')),
    sa.CheckConstraint('(closed_at IS NULL) = (closed_by_id IS NULL)', name=op.f('ck_bill_closed_by')),
    sa.CheckConstraint("(state = 'dissolved') = (trim(dissolved_because) <> '')", name=op.f('ck_bill_dissolved_because')),
    sa.CheckConstraint("(state = 'enacted') = (made_edition_id IS NOT NULL)", name=op.f('ck_bill_made_edition')),
    sa.CheckConstraint("(state = 'enacted') = (number IS NOT NULL AND year IS NOT NULL)", name=op.f('ck_bill_number_and_year')),
    sa.CheckConstraint("(state = 'enacted') = (gazetted_on IS NOT NULL)", name=op.f('ck_bill_gazetted_on')),
    sa.CheckConstraint("(state = 'enacted') = (text_hash IS NOT NULL)", name=op.f('ck_bill_text_hash')),
    *(sa.CheckConstraint(f'length({name}) = 64', name=op.f(f'ck_bill_{name}_length')) for name in ('text_hash', 'settled_hash', 'confirmed_hash')),
    sa.ForeignKeyConstraint(['act_id'], ['act.id'], name=op.f('fk_bill_act_id_act')),
    sa.ForeignKeyConstraint(['edition_id', 'act_id'], ['edition.id', 'edition.act_id'], name='fk_bill_edition'),
    sa.ForeignKeyConstraint(['made_edition_id', 'act_id'], ['edition.id', 'edition.act_id'], name='fk_bill_made_edition'),
    sa.ForeignKeyConstraint(['created_by_id'], ['user_account.id'], name=op.f('fk_bill_created_by_id_user_account')),
    sa.ForeignKeyConstraint(['closed_by_id'], ['user_account.id'], name=op.f('fk_bill_closed_by_id_user_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bill')),
    sa.UniqueConstraint('id', 'act_id', name=op.f('uq_bill_id_act_id')),
    sa.UniqueConstraint('made_edition_id', name=op.f('uq_bill_made_edition_id')),
    )
    op.create_index('ix_bill_act', 'bill', ['act_id', 'state', 'id'])


def create_bill_part() -> None:
    op.create_table('bill_part',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('bill_id', sa.Integer(), nullable=False),
    sa.Column('act_id', sa.Integer(), nullable=False),
    sa.Column('proposal_id', sa.Integer(), nullable=False),
    sa.Column('draft_id', sa.Integer(), nullable=False),
    sa.Column('content_hash', sa.String(length=64), nullable=False),
    sa.Column('added_by_id', sa.Integer(), nullable=False),
    sa.Column('added_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('left_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('length(content_hash) = 64', name=op.f('ck_bill_part_content_hash_length')),
    sa.ForeignKeyConstraint(['bill_id', 'act_id'], ['bill.id', 'bill.act_id'], name='fk_bill_part_bill'),
    sa.ForeignKeyConstraint(['proposal_id', 'act_id'], ['proposal.id', 'proposal.act_id'], name='fk_bill_part_proposal'),
    sa.ForeignKeyConstraint(
        ['draft_id', 'proposal_id', 'content_hash'], ['draft.id', 'draft.proposal_id', 'draft.content_hash'], name='fk_bill_part_draft'
    ),
    sa.ForeignKeyConstraint(['added_by_id'], ['user_account.id'], name=op.f('fk_bill_part_added_by_id_user_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bill_part')),
    )
    op.create_index('ix_bill_part_bill', 'bill_part', ['bill_id', 'id'])
    here = sa.text('left_at IS NULL')
    op.create_index('uq_bill_part_in_one_bill', 'bill_part', ['proposal_id'], unique=True, sqlite_where=here, postgresql_where=here)


def keep_closed() -> None:
    """What is closed is never changed: neither the bill nor what was in it."""
    if op.get_bind().dialect.name == 'postgresql':
        for table, condition in (('bill', CLOSED), ('bill_part', OF_CLOSED)):
            op.execute(function(table, condition))
            op.execute(
                f"CREATE TRIGGER {table}_closed BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_closed()"
            )
            op.execute(f"CREATE TRIGGER {table}_kept BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()")
        return
    for table, condition in (('bill', CLOSED), ('bill_part', OF_CLOSED)):
        refuse = f"BEGIN SELECT RAISE(ABORT, 'a closed {table} is never changed'); END"
        op.execute(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} WHEN {condition} {refuse}")
        op.execute(f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} WHEN {condition} {refuse}")
        op.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id) {refuse}"
        )


def function(table: str, condition: str) -> str:
    return f"""
CREATE FUNCTION {table}_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF {condition} THEN
        RAISE EXCEPTION 'a closed {table} is never changed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END
$$
"""


def downgrade() -> None:
    """Bills go; their proposals are approved again, those of the editions that bills made too."""
    op.drop_table('bill_part')
    op.drop_table('bill')
    if op.get_bind().dialect.name == 'postgresql':
        op.execute('DROP FUNCTION bill_part_closed()')
        op.execute('DROP FUNCTION bill_closed()')
    op.execute("UPDATE proposal SET state = 'approved' WHERE state IN ('in_bill', 'enacted')")
    set_states(NEW_STATES, STATES)


def set_states(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    """Other states for proposals. SQLite changes no check: the table is made anew from its own words."""
    if op.get_bind().dialect.name == 'postgresql':
        op.drop_constraint(op.f('ck_proposal_state'), 'proposal', type_='check')
        op.create_check_constraint(op.f('ck_proposal_state'), 'proposal', f'state IN ({listed(new)})')
        return
    made = op.get_bind().exec_driver_sql("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'proposal'").scalar_one()
    indexes = op.get_bind().exec_driver_sql(
        "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'proposal' AND sql IS NOT NULL"
    ).scalars().all()
    check = f'state IN ({listed(old)})'
    assert made.count(check) == 1, made
    # What hangs on the rows - drafts and decisions, which nothing may change - finds them again before the end.
    op.execute('PRAGMA defer_foreign_keys = ON')
    op.execute('CREATE TEMPORARY TABLE kept_proposals AS SELECT * FROM proposal')
    op.execute('DROP TABLE proposal')
    op.execute(made.replace(check, f'state IN ({listed(new)})'))
    op.execute('INSERT INTO proposal SELECT * FROM kept_proposals')
    op.execute('DROP TABLE kept_proposals')
    for index in indexes:
        op.execute(index)


def listed(states: tuple[str, ...]) -> str:
    return ', '.join(f"'{state}'" for state in states)
