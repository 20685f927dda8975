"""Every chart of the atlas with its golden specification: found by the rule that a chart's file and function bear one name."""

import inspect
import pkgutil
from functools import partial
from importlib import import_module

import components

# What a chart needs besides its defaults, by the name of its parameter.
GIVEN = {"basis": "63"}


def found() -> dict[str, object]:
    """Return name -> call for each file of components/ whose function bears its name and takes `dark`; in dark too where it draws areas."""
    held = {}
    for entry in pkgutil.iter_modules(components.__path__):
        module = import_module(f"components.{entry.name}")
        draw = getattr(module, entry.name, None)
        if not inspect.isfunction(draw) or "dark" not in inspect.signature(draw).parameters:
            continue
        needed = [
            name for name, one in inspect.signature(draw).parameters.items() if one.default is inspect.Parameter.empty
        ]
        call = partial(draw, **{name: GIVEN[name] for name in needed})
        held[entry.name] = call
        if "basis" in needed:
            held[f"{entry.name}_dark"] = partial(call, dark=True)
    return held


CASES = found()
