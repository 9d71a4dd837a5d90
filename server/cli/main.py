"""Main: `yanlian`. Every error is one line, every exit status has its meaning (`server.cli.failure`).

A command's module is imported when the command is called, so that a fault in it is told in one line as well.
"""

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module

import click

from server.cli.failure import DONE, INTERRUPTED, PIPE_GONE, UNUSABLE, WRONG, CommandError
from server.cli.language import LANGUAGES, Speech, both, language, line
from server.cli.product import product

TRACE = "YANLIAN_TRACE"
COMMANDS = (
    *("serve", "demo", "run", "replay", "verify", "result", "scenarios", "calc", "validate", "deliver", "receiver"),
    *("draw", "plant", "bench", "loadtest"),
)


class Commands(click.Group):
    """The commands by name; module and command have the same name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"server.cli.{cmd_name}"), cmd_name)
        return command


def _choose(ctx: click.Context, option: click.Parameter, lang: str | None) -> None:
    if lang:
        ctx.obj.language = lang


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=both("演练：危化品安全实训的情景演练", "drills for hazardous-chemical safety training"),
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    callback=_choose,
    is_eager=True,  # so that even a wrong command is named in this language
    expose_value=False,
    help=both("显示语言", "language of what is shown"),
)
@click.version_option(product(), prog_name="yanlian")
def yanlian() -> None:
    """Group the commands."""


def run() -> None:
    """Entry of the console script."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(status(sys.argv[1:]))


def status(args: Sequence[str]) -> int:
    """Run one command and give its exit status; whatever goes wrong ends in one line."""
    speech = Speech(language(os.environ))
    try:
        # Not `yanlian.main`: it has words of its own for interrupts and broken pipes.
        with yanlian.make_context("yanlian", list(args), obj=speech) as context:
            result = yanlian.invoke(context)
        sys.stdout.flush()
        return result if isinstance(result, int) else DONE
    except click.exceptions.Exit as over:
        return over.exit_code
    except KeyboardInterrupt:
        speech.complain(line("已中断", "interrupted"))
        return INTERRUPTED
    except BrokenPipeError:
        # What is still buffered must not be written when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_GONE
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return UNUSABLE
    except click.ClickException as error:
        message = error.format_message()
        speech.complain(line(f"{_usage_zh(error)}：{message}", message))
        return UNUSABLE
    except CommandError as error:
        speech.complain(error.text)
        return error.status
    except Exception as error:  # a fault of ours must not look like one of the caller's
        if os.environ.get(TRACE):
            traceback.print_exc()
        what = f"{type(error).__name__}: {error}"
        speech.complain(
            line(
                f"程序自身故障：{what}（设 {TRACE}=1 可看详情）",
                f"a fault of the program itself: {what} (set {TRACE}=1 for details)",
            )
        )
        return WRONG


def _usage_zh(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            return "没有此选项"
        case click.MissingParameter():
            return "缺少参数"
        case click.BadParameter():
            return "参数无效"
        case _:
            return "用法错误"
