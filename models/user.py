"""People, what they may do, and where they are signed in."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from models.base import Base, utc_now
from models.columns import Coded, one_of
from review.notices import MailWish
from review.workflow import Role

LANGUAGES = ("th", "en")
_ROLES = ", ".join(f"'{role.value}'" for role in Role)
_LANGUAGES = ", ".join(f"'{language}'" for language in LANGUAGES)


def fold_email(email: str) -> str:
    """The one form in which an e-mail address is stored and looked up."""
    return email.strip().lower()


class User(Base):
    """A person with an account. `email` is unique, in lower case; `language` is what he or she reads."""

    __tablename__ = "user_account"  # `user` is a reserved word in PostgreSQL
    __table_args__ = (
        CheckConstraint("email = lower(email)", name="email_lower"),
        CheckConstraint("name <> ''", name="name_given"),
        one_of("mail_wish", MailWish),
        CheckConstraint(f"language IN ({_LANGUAGES})", name="language"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    password_hash: Mapped[str] = mapped_column(String(200))
    active: Mapped[bool] = mapped_column(default=True)
    is_demonstration: Mapped[bool] = mapped_column(default=False)
    language: Mapped[str] = mapped_column(String(2), default="th")
    mail_wish: Mapped[MailWish] = mapped_column(Coded(MailWish), default=MailWish.AT_ONCE, server_default="at_once")
    created_at: Mapped[datetime] = mapped_column(default=utc_now)

    role_rows: Mapped[list[UserRole]] = relationship(
        back_populates="user", cascade="all, delete-orphan", order_by="UserRole.role"
    )

    @validates("email")
    def _fold_email(self, _key: str, email: str) -> str:
        return fold_email(email)

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(Role(row.role) for row in self.role_rows)

    @roles.setter
    def roles(self, roles: frozenset[Role]) -> None:
        kept = [row for row in self.role_rows if row.role in roles]
        held = {row.role for row in kept}
        self.role_rows = kept + [UserRole(role=role.value) for role in sorted(roles) if role.value not in held]


class UserRole(Base):
    """One role of one person."""

    __tablename__ = "user_role"
    __table_args__ = (CheckConstraint(f"role IN ({_ROLES})", name="role"),)

    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[str] = mapped_column(String(20), primary_key=True)
    user: Mapped[User] = relationship(back_populates="role_rows")


class SignIn(Base):
    """A browser that is signed in. The token itself is only in the browser; here is its SHA-256, in hex."""

    __tablename__ = "sign_in"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime] = mapped_column(default=utc_now)
    seen_at: Mapped[datetime] = mapped_column(default=utc_now)
    expires_at: Mapped[datetime]
    user: Mapped[User] = relationship(lazy="joined", innerjoin=True)
