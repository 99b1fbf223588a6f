// Filters the routes by words, and opens the one that the address names. Without it the page shows everything.
const input = document.querySelector('#filter')
const found = document.querySelector('#found')
const routes = [...document.querySelectorAll('details.route')]
const links = new Map([...document.querySelectorAll('a[data-route]')].map((link) => [link.dataset.route, link]))

function filter() {
  const words = input.value.toLowerCase().split(/\s+/).filter(Boolean)
  let shown = 0
  for (const route of routes) {
    const text = route.dataset.words.toLowerCase()
    const hidden = !words.every((word) => text.includes(word))
    route.hidden = hidden
    const link = links.get(route.id)
    if (link) link.parentElement.hidden = hidden
    if (!hidden) shown += 1
  }
  for (const group of document.querySelectorAll('main section, details.jumps')) {
    const entries = [...group.querySelectorAll('details.route, li:has(> a[data-route])')]
    if (entries.length > 0) group.hidden = entries.every((entry) => entry.hidden)
    if (group.matches('details.jumps')) group.open = words.length > 0 && !group.hidden
  }
  found.textContent = words.length === 0 ? '' : `${shown} of ${routes.length} routes`
}

function openNamed() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!named?.matches('details.route')) return
  named.open = true
  named.scrollIntoView()
}

input.closest('label').hidden = false
input.addEventListener('input', filter)
addEventListener('hashchange', openNamed)
openNamed()
