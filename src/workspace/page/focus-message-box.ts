/** The Home tab has no message box; there the page's main part takes the focus. */
export function focusMessageBox(): void {
  const box = document.getElementById('message-box') ?? document.querySelector('main')
  box?.focus()
}
