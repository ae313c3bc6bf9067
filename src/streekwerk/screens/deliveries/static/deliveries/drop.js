// Send many files one after another and say how far it is. Without this script the form sends them together.
(() => {
  const form = document.getElementById("drop-form");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  const progress = document.getElementById("drop-progress");
  const words = document.getElementById("drop-words");
  const bar = document.getElementById("drop-bar");
  const say = (text) => { words.textContent = text; };

  const send = async (file) => {
    const body = new FormData(form);
    body.delete("files");
    body.append("files", file, file.name);
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    if (answer.status === 422) return (await answer.json()).refused;
    if (!answer.ok) throw new Error(answer.status);
    return "";
  };

  form.addEventListener("submit", async (event) => {
    const files = [...input.files];
    if (files.length < 2) return;
    event.preventDefault();
    progress.hidden = false;
    form.querySelector("button[type=submit]").disabled = true;
    try {
      for (const [place, file] of files.entries()) {
        say(form.dataset.sending.replace("%1", place + 1).replace("%2", files.length));
        bar.value = (100 * place) / files.length;
        const refused = await send(file);
        if (refused) return say(refused);
      }
      bar.value = 100;
      window.location.assign(window.location.pathname);
    } catch {
      say(form.dataset.failed);
    } finally {
      form.querySelector("button[type=submit]").disabled = false;
    }
  });
})();
