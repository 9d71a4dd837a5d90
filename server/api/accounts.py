"""Accounts: the routes of administrators."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field, SecretStr

from server.access.passwords import LONGEST, SHORTEST
from server.access.roles import ROLE_TEXTS, Role
from server.api.door import Caller, busy_is_said, caller, house, turnstile
from server.api.problems import PROBLEM_RESPONSES, ApiProblem
from server.catalogue import accounts
from server.catalogue.accounts import Account
from server.catalogue.base import new_id
from server.catalogue.engine import reading

router = APIRouter(prefix="/api/accounts", tags=["accounts"], responses=PROBLEM_RESPONSES)

Name = Annotated[str, Field(pattern=r"^[\w.@-][\w.@ -]{0,62}[\w.@-]$|^[\w.@-]$")]
NewPassword = Annotated[SecretStr, Field(min_length=SHORTEST, max_length=LONGEST)]


class AccountOut(BaseModel):
    """An account as it is shown. role_zh, role_en: the role in words. created_at: ISO 8601."""

    id: str
    name: str
    role: Role
    role_zh: str
    role_en: str
    disabled: bool
    created_at: str


class NewAccount(BaseModel):
    """What makes an account."""

    model_config = ConfigDict(extra="forbid")

    name: Name
    role: Role
    password: NewPassword


class AccountChange(BaseModel):
    """What is to change; the rest stays. A new password, and disabled = true, end the sessions of the account."""

    model_config = ConfigDict(extra="forbid")

    role: Role | None = None
    disabled: bool | None = None
    password: NewPassword | None = None


def shown(account: Account) -> AccountOut:
    """The account as it is shown."""
    text = ROLE_TEXTS[account.role]
    return AccountOut(
        id=account.id,
        name=account.name,
        role=account.role,
        role_zh=text.zh,
        role_en=text.en,
        disabled=account.disabled,
        created_at=account.created_at.isoformat(),
    )


@router.get("")
def list_accounts(request: Request, who: Annotated[Caller, Depends(caller("accounts.read"))]) -> list[AccountOut]:
    """All accounts, by name."""
    with reading(house(request).catalogue) as db:
        return [shown(account) for account in accounts.list_(db)]


@router.post("", status_code=201)
def add_account(
    request: Request, new: NewAccount, who: Annotated[Caller, Depends(caller("accounts.change"))]
) -> AccountOut:
    """Make an account."""
    here = house(request)
    with busy_is_said():
        password_hash = turnstile(request).passwords.hash(new.password.get_secret_value())
    try:
        with here.catalogue.begin() as db:
            account_id = new_id(here.surroundings.entropy)
            return shown(accounts.add(db, account_id, new.name, new.role, password_hash, here.surroundings.now()))
    except accounts.NameTakenError:
        raise ApiProblem(409, "name_taken", "此名称已有人使用", "Another account has this name") from None


@router.patch("/{account_id}")
def change_account(
    request: Request, account_id: str, change: AccountChange, who: Annotated[Caller, Depends(caller("accounts.change"))]
) -> AccountOut:
    """Change role or password of an account, disable it or let it in again."""
    here = house(request)
    password_hash = None
    if change.password is not None:
        with busy_is_said():
            password_hash = turnstile(request).passwords.hash(change.password.get_secret_value())
    try:
        with here.catalogue.begin() as db:
            return shown(
                accounts.change(
                    db,
                    account_id,
                    here.surroundings.now(),
                    role=change.role,
                    disabled=change.disabled,
                    password_hash=password_hash,
                )
            )
    except LookupError:
        raise ApiProblem(404, "no_such_account", "没有这个账号", "There is no such account") from None
    except accounts.LastAdminError:
        raise ApiProblem(
            409,
            "last_admin",
            "这是最后一个可用的管理员账号，请先另设一个",
            "This is the last administrator who can log in; make another one first",
        ) from None
