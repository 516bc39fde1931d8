// Passkeys: asks the device what the page's form carries as a question, and sends its answer in the form's own field.
const passkeyBytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (each) => each.charCodeAt(0));
const passkeyText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const passkeyKnown = (list) => (list ?? []).map((each) => ({ ...each, id: passkeyBytes(each.id) }));
const passkeyAnswer = (made, response) => ({
  id: made.id,
  rawId: passkeyText(made.rawId),
  type: made.type,
  authenticatorAttachment: made.authenticatorAttachment,
  clientExtensionResults: made.getClientExtensionResults(),
  response,
});
const passkeyAsked = {
  create: async (question) => {
    const made = await navigator.credentials.create({
      publicKey: {
        ...question,
        challenge: passkeyBytes(question.challenge),
        user: { ...question.user, id: passkeyBytes(question.user.id) },
        excludeCredentials: passkeyKnown(question.excludeCredentials),
      },
    });
    return passkeyAnswer(made, {
      clientDataJSON: passkeyText(made.response.clientDataJSON),
      attestationObject: passkeyText(made.response.attestationObject),
      transports: made.response.getTransports ? made.response.getTransports() : [],
    });
  },
  get: async (question) => {
    const made = await navigator.credentials.get({
      publicKey: {
        ...question,
        challenge: passkeyBytes(question.challenge),
        allowCredentials: passkeyKnown(question.allowCredentials),
      },
    });
    return passkeyAnswer(made, {
      clientDataJSON: passkeyText(made.response.clientDataJSON),
      authenticatorData: passkeyText(made.response.authenticatorData),
      signature: passkeyText(made.response.signature),
      userHandle: made.response.userHandle ? passkeyText(made.response.userHandle) : null,
    });
  },
};
document.querySelectorAll("form[data-passkey]").forEach((form) => {
  if (!window.PublicKeyCredential) {
    return;
  }
  const ask = form.querySelector("[data-passkey-ask]");
  const trouble = form.querySelectorAll("[data-passkey-trouble], [data-passkey-trouble-text]");
  const hide = (hidden) => trouble.forEach((each) => { each.hidden = hidden; });
  form.querySelector("[data-passkey-without]").hidden = true;
  ask.hidden = false;
  ask.addEventListener("click", async () => {
    hide(true);
    ask.disabled = true;
    try {
      const answer = await passkeyAsked[form.dataset.passkey](JSON.parse(form.dataset.passkeyQuestion));
      form.elements.answer.value = JSON.stringify(answer);
      form.submit();
    } catch (refusedByDevice) {
      // Turned down, too late, or not this device: the page says what to do, whichever it was.
      ask.disabled = false;
      hide(false);
    }
  });
});
