"""A page being built."""

from components import current, heading

heading.notices(current.selection())
