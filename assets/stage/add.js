// "Add this view to my story": the story is kept in this browser alone.
const KEPT = "atlas.story"

export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button"), said = parentElement.querySelector("span"), link = parentElement.querySelector("a")
  const held = () => { try { return JSON.parse(localStorage.getItem(KEPT)) || {} } catch { return {} } }
  const count = () => (held().rows || []).length
  const tell = (text) => { said.textContent = text; link.textContent = count() ? data.open.replace("{count}", count()) : ""; link.href = data.home; link.hidden = !count() }
  button.textContent = data.label
  tell("")
  button.onclick = async () => {
    button.disabled = true
    try {
      const reply = await fetch("/api/view.json?" + new URLSearchParams({ link: data.link }))
      if (!reply.ok) throw reply.status
      const story = held()
      localStorage.setItem(KEPT, JSON.stringify({ ...story, rows: [...(story.rows || []), await reply.json()] }))
      tell(data.added)
    } catch { tell(data.failed) }
    button.disabled = false
  }
}
