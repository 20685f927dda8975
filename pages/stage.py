"""One slide of a story, and nothing else."""

from components import current, stage

stage.show(current.selection())
