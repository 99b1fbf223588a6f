// Filters the index by words, and opens the route that the address names. Without it the pages show everything.
const input = document.querySelector('#filter')
const found = document.querySelector('#found')
const lines = [...document.querySelectorAll('.line')]

function filter() {
  const words = input.value.toLowerCase().split(/\s+/).filter(Boolean)
  let shown = 0
  for (const line of lines) {
    const text = line.dataset.words.toLowerCase()
    line.hidden = !words.every((word) => text.includes(word))
    if (!line.hidden) shown += 1
  }
  for (const section of document.querySelectorAll('main section'))
    section.hidden = section.querySelector('.line:not([hidden])') === null
  document.querySelector('main > header').hidden = words.length > 0
  found.textContent = words.length === 0 ? '' : `${shown} of ${lines.length} routes`
}

// On the index a route is one line, which leads to where it is described.
function openNamed() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (named?.matches('.line')) location.replace(named.querySelector('a').href)
  if (!named?.matches('details.route')) return
  named.open = true
  named.scrollIntoView()
}

if (input) {
  input.closest('label').hidden = false
  input.addEventListener('input', filter)
  if (input.value) filter()
}
addEventListener('hashchange', openNamed)
openNamed()
