import json
from pathlib import Path

import jsonschema_rs
import pytest
from standardwebhooks import Webhook

import server.receiver.contract
from server.receiver.contract.making import FILES
from server.result.answers import Answer, judge
from server.result.signing import check_members

FOLDER = Path(server.receiver.contract.__file__).parent


@pytest.mark.parametrize("name", FILES)
def test_file_is_what_would_be_generated(name: str) -> None:
    mend = f"{name} is old: run python -m server.receiver.contract"
    assert (FOLDER / name).read_text("utf-8") == FILES[name](), mend


def test_no_other_generated_file() -> None:
    assert {file.name for file in FOLDER.glob("*.gen.*")} == set(FILES)


def test_examples_hold() -> None:
    found = json.loads((FOLDER / "examples.gen.json").read_text("utf-8"))
    sent, body = found["delivery"]["headers"], found["delivery"]["body"]
    webhook = Webhook(found["webhook_secret"])
    from datetime import UTC, datetime

    at = datetime.fromtimestamp(int(sent["webhook-timestamp"]), UTC)
    assert webhook.sign(sent["webhook-id"], at, body) == sent["webhook-signature"]
    data = json.loads(body)["data"]
    check_members(data, [bytes.fromhex(found["signer"]["public_key"])])
    for answer in ("200", "200 again"):
        receipt = json.dumps(found["answers"][answer]).encode()
        assert judge(Answer(200, receipt), sent["webhook-id"], data["fingerprint"]).state == "delivered"


def test_schema_takes_the_example_and_nothing_else() -> None:
    schema = json.loads((FOLDER / "result.gen.json").read_text("utf-8"))
    data = json.loads(json.loads((FOLDER / "examples.gen.json").read_text("utf-8"))["delivery"]["body"])["data"]
    rules = jsonschema_rs.validator_for(schema)
    rules.validate(data)
    for wrong in ({"passed": "yes"}, {"version": 0}, {"more": 1}, {"issued_at": "yesterday"}):
        assert not rules.is_valid({**data, "result": {**data["result"], **wrong}})


def test_references_of_the_interface_lead_somewhere() -> None:
    text = (FOLDER / "openapi.gen.json").read_text("utf-8")
    schemas = json.loads(text)["components"]["schemas"]
    wanted = {piece.split('"')[0] for piece in text.split("#/components/schemas/")[1:]}
    assert wanted <= schemas.keys()
    assert "Event" in wanted
