// Joins the passkey buttons of a page to allauth's WebAuthn forms, and says so when it failed.
(() => {
  const show = (id) => { const found = document.getElementById(id); if (found) found.hidden = false }
  document.addEventListener('allauth.error', (event) => { event.preventDefault(); show('passkey-failed') })
  const buttons = document.querySelectorAll('[data-passkey]')
  if (!window.PublicKeyCredential) {
    buttons.forEach((button) => { button.disabled = true })
    if (buttons.length) show('passkey-absent')
    return
  }
  buttons.forEach((button) => {
    const { passkey, credential, passwordless } = button.dataset
    window.allauth.webauthn.forms[`${passkey}Form`]({
      ids: { [passkey]: button.id, credential, passwordless, data: passkey === 'login' ? undefined : 'passkey-data' }
    })
  })
})()
