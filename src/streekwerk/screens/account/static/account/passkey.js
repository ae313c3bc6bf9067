/* Passkeys: ask the device, put its answer in the form, send the form.
   Forms with data-passkey are hidden until this runs in a browser that can do it. */
(() => {
  "use strict";

  const fromText = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

  const toText = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const withIds = (list) => (list || []).map((one) => ({ ...one, id: fromText(one.id) }));

  const make = async (options) => {
    const asked = options.publicKey;
    const made = await navigator.credentials.create({
      publicKey: {
        ...asked,
        challenge: fromText(asked.challenge),
        user: { ...asked.user, id: fromText(asked.user.id) },
        excludeCredentials: withIds(asked.excludeCredentials),
      },
    });
    return {
      attestationObject: toText(made.response.attestationObject),
      clientDataJSON: toText(made.response.clientDataJSON),
      transports: made.response.getTransports ? made.response.getTransports() : [],
      credential: made,
    };
  };

  const answer = async (options) => {
    const asked = options.publicKey;
    const made = await navigator.credentials.get({
      publicKey: {
        ...asked,
        challenge: fromText(asked.challenge),
        allowCredentials: withIds(asked.allowCredentials),
      },
    });
    const said = made.response;
    return {
      authenticatorData: toText(said.authenticatorData),
      clientDataJSON: toText(said.clientDataJSON),
      signature: toText(said.signature),
      userHandle: said.userHandle ? toText(said.userHandle) : null,
      credential: made,
    };
  };

  const asJson = ({ credential, ...response }) => JSON.stringify({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  });

  const optionsOf = async (form) => {
    if (form.dataset.options) return JSON.parse(form.dataset.options);
    const asked = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!asked.ok) throw new Error("no options");
    return (await asked.json()).request_options;
  };

  const prepare = (form) => {
    const problem = form.querySelector("[data-passkey-problem]");
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      problem.hidden = true;
      try {
        const ask = form.dataset.passkey === "make" ? make : answer;
        form.elements.credential.value = asJson(await ask(await optionsOf(form)));
        form.submit();
      } catch {
        problem.hidden = false;
      }
    });
  };

  if (navigator.credentials && window.PublicKeyCredential) {
    document.querySelectorAll("form[data-passkey]").forEach(prepare);
  }
})();
