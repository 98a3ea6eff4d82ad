"""What somebody said of a proposal is never changed nor deleted; only that it is resolved comes and goes."""

from __future__ import annotations

from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None

SAID = (
    'id', 'proposal_id', 'draft_id', 'parent_id', 'address', 'quote', 'start', 'body', 'suggestion', 'blocking',
    'author_id', 'invitation_id', 'created_at',
)


def upgrade() -> None:
    if op.get_bind().dialect.name == 'postgresql':
        changed = ' OR '.join(f'OLD.{column} IS DISTINCT FROM NEW.{column}' for column in SAID)
        op.execute(
            f'CREATE TRIGGER comment_never_changed BEFORE UPDATE ON comment FOR EACH ROW WHEN ({changed}) '
            'EXECUTE FUNCTION refuse_change()'
        )
        op.execute(
            'CREATE TRIGGER comment_never_deleted BEFORE DELETE OR TRUNCATE ON comment '
            'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()'
        )
        return
    changed = ' OR '.join(f'OLD.{column} IS NOT NEW.{column}' for column in SAID)
    refuse = "BEGIN SELECT RAISE(ABORT, 'comment is never changed'); END"
    op.execute(f'CREATE TRIGGER comment_no_update BEFORE UPDATE ON comment WHEN {changed} {refuse}')
    op.execute(f'CREATE TRIGGER comment_no_delete BEFORE DELETE ON comment {refuse}')
    op.execute(
        'CREATE TRIGGER comment_no_replace BEFORE INSERT ON comment '
        f'WHEN EXISTS (SELECT 1 FROM comment WHERE id = NEW.id) {refuse}'
    )


def downgrade() -> None:
    if op.get_bind().dialect.name == 'postgresql':
        op.execute('DROP TRIGGER comment_never_changed ON comment')
        op.execute('DROP TRIGGER comment_never_deleted ON comment')
        return
    for name in ('comment_no_update', 'comment_no_delete', 'comment_no_replace'):
        op.execute(f'DROP TRIGGER {name}')
