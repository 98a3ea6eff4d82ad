"""Documents made in the queue, and notices of them, are about a proposal or a bill."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None

ABOUT_ONE = '(proposal_id IS NULL) <> (bill_id IS NULL)'
OF_PROPOSAL = 'proposal_id INTEGER NOT NULL'
OF_EITHER = 'proposal_id INTEGER, \n\tbill_id INTEGER'


def upgrade() -> None:
    for table in ('made_paper', 'notice'):
        if op.get_bind().dialect.name == 'sqlite':
            rebuild(table, to_bills=True)
            continue
        op.add_column(table, sa.Column('bill_id', sa.Integer(), nullable=True))
        op.alter_column(table, 'proposal_id', nullable=True)
        op.create_foreign_key(op.f(f'fk_{table}_bill_id_bill'), table, 'bill', ['bill_id'], ['id'])
        op.create_check_constraint(op.f(f'ck_{table}_about_one'), table, ABOUT_ONE)
    op.create_index('ix_made_paper_of_bill', 'made_paper', ['person_id', 'bill_id'])


def downgrade() -> None:
    """What is about bills goes; the record keeps that it was made."""
    op.drop_index('ix_made_paper_of_bill', 'made_paper')
    for table in ('made_paper', 'notice'):
        op.execute(f'DELETE FROM {table} WHERE bill_id IS NOT NULL')
        if op.get_bind().dialect.name == 'sqlite':
            rebuild(table, to_bills=False)
            continue
        op.drop_constraint(op.f(f'ck_{table}_about_one'), table, type_='check')
        op.drop_constraint(op.f(f'fk_{table}_bill_id_bill'), table, type_='foreignkey')
        op.alter_column(table, 'proposal_id', nullable=False)
        op.drop_column(table, 'bill_id')


def rebuild(table: str, *, to_bills: bool) -> None:
    """SQLite changes no column: the table is made anew from its own words. Nothing hangs on its rows."""
    run = op.get_bind().exec_driver_sql
    made = run(f"SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '{table}'").scalar_one()
    indexes = run(
        f"SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = '{table}' AND sql IS NOT NULL"
    ).scalars().all()
    columns = ', '.join(row[1] for row in run(f'PRAGMA table_info({table})') if row[1] != 'bill_id')
    more = (
        f',\n\tCONSTRAINT ck_{table}_about_one CHECK ({ABOUT_ONE})'
        f',\n\tCONSTRAINT fk_{table}_bill_id_bill FOREIGN KEY(bill_id) REFERENCES bill (id)\n)'
    )
    if to_bills:
        assert made.count(OF_PROPOSAL) == 1, made
        new = made.replace(OF_PROPOSAL, OF_EITHER).rstrip().removesuffix(')').rstrip() + more
    else:
        assert (made.count(OF_EITHER), made.endswith(more)) == (1, True), made
        new = made.replace(OF_EITHER, OF_PROPOSAL).removesuffix(more) + '\n)'
    op.execute(f'CREATE TEMPORARY TABLE kept_rows AS SELECT {columns} FROM {table}')
    op.execute(f'DROP TABLE {table}')
    op.execute(new)
    op.execute(f'INSERT INTO {table} ({columns}) SELECT {columns} FROM kept_rows')
    op.execute('DROP TABLE kept_rows')
    for index in indexes:
        op.execute(index)
