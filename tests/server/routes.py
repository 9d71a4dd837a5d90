"""Routes: what is wrong with the doors of an application, for any FastAPI application."""

from collections.abc import Iterator

from fastapi import FastAPI
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts
from fastapi.testclient import TestClient

from server.api.door import OPEN_ROUTES, Door, seat_holder

FOREIGN = ("", "Bearer", "Bearer x", "Basic eDp4", "bearer " + "A" * 43, "Bearer A B", "Bearer \xff")


def methods_of(context: RouteContext) -> list[tuple[str, str]]:
    """Method and whole path of each way into a route."""
    return [(method, str(context.path)) for method in sorted(context.methods or {"GET"}) if method != "HEAD"]


def doors_of(context: RouteContext) -> list[object]:
    """What the route declares of those that let people in."""
    dependant = getattr(context, "dependant", None)
    calls = [one.call for one in dependant.dependencies] if dependant else []
    return [call for call in calls if isinstance(call, Door) or call is seat_holder]


def faults_of_routes(app: FastAPI, *sockets: str) -> list[str]:
    """One line for each way in that has no door or two, or that answers otherwise than 401 to a stranger. sockets:
    paths of WebSockets, which ask for a token in their first message."""
    return sorted(_faults(app, sockets))


def open_routes_gone(app: FastAPI) -> set[tuple[str, str]]:
    """Routes that OPEN_ROUTES excuses and the whole application does not have."""
    return set(OPEN_ROUTES) - {way for context in iter_route_contexts(app.routes) for way in methods_of(context)}


def _faults(app: FastAPI, sockets: tuple[str, ...]) -> Iterator[str]:
    client = TestClient(app, raise_server_exceptions=False)
    for context in iter_route_contexts(app.routes):
        path = str(context.path)
        if not isinstance(context.original_route, APIRoute):
            if path not in sockets:
                yield f"{path}: {type(context.original_route).__name__} stands beside the doors"
            continue
        doors = doors_of(context)
        for method, _ in methods_of(context):
            is_open = (method, path) in OPEN_ROUTES
            if len(doors) + is_open != 1:
                yield f"{method} {path}: {len(doors)} doors, open {is_open}; it needs one"
            elif not is_open:
                yield from _opened(client, method, path)


def _opened(client: TestClient, method: str, path: str) -> Iterator[str]:
    """Ask without a token and with foreign ones, with a body that no route takes: the door comes first."""
    address = path.replace("{", "").replace("}", "")
    for given in FOREIGN:
        headers = {"Authorization": given.encode("latin-1")} if given else {}
        answer = client.request(method, address, headers=headers, json=[])
        kind = answer.headers.get("content-type")
        if answer.status_code != 401 or kind != "application/problem+json":
            yield f"{method} {path}: answers {answer.status_code} {kind} to {given!r}"
