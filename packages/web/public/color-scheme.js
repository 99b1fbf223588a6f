// Runs before the first paint, as a file because the content security policy allows no inline script.
{
  let wanted = 'auto'
  try {
    wanted = localStorage.getItem('sinew-color-scheme') ?? 'auto'
  } catch {
    // Storage can be closed to the page; the system's choice then holds.
  }
  const dark = wanted === 'dark' || (wanted === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
}
