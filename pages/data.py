"""What the atlas holds, where it was read, how far to trust it, how it is made, and all of it to take away."""

from components import current, data_controls, data_page, heading

chosen = current.selection()
heading.show(chosen, *data_page.heading(chosen))
data_page.show(data_controls.mode(chosen), chosen)
