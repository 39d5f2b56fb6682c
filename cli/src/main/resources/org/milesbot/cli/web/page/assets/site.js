"use strict";
(() => {
  const language = document.documentElement.lang.startsWith("en") ? "en" : "pt";
  const words = {
    pt: { over: "encerrada", left: "termina em", days: "d", hours: "h", minutes: "min" },
    en: { over: "over", left: "ends in", days: "d", hours: "h", minutes: "min" },
  }[language];

  /** The time that is left, beside the day that the server wrote. */
  function countDown(time) {
    const minutes = Math.floor((Date.parse(time.dateTime) - Date.now()) / 60000);
    let told = time.querySelector("span");
    if (!told) {
      told = document.createElement("span");
      time.append(" · ", told);
    }
    time.classList.toggle("soon", minutes >= 0 && minutes < 24 * 60);
    time.classList.toggle("past", minutes < 0);
    if (minutes < 0) {
      told.textContent = words.over;
      return;
    }
    const days = Math.floor(minutes / 1440), hours = Math.floor((minutes % 1440) / 60);
    const parts = days > 0 ? [`${days} ${words.days}`, `${hours} ${words.hours}`]
      : hours > 0 ? [`${hours} ${words.hours}`, `${minutes % 60} ${words.minutes}`] : [`${minutes} ${words.minutes}`];
    told.textContent = `${words.left} ${parts.join(" ")}`;
  }

  function countAll() {
    document.querySelectorAll("time[data-countdown]").forEach(countDown);
  }

  /** The address that a form leads to, without the fields that say nothing. */
  function addressOf(form) {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (value !== "") fields.append(name, value);
    }
    const query = fields.toString();
    return form.getAttribute("action") + (query ? "?" + query : "");
  }

  /** What can be chosen now, and how many there are of it; who is choosing keeps the focus. */
  function refill(page) {
    document.querySelectorAll("form[data-live] select").forEach((select) => {
      const fresh = page.querySelector(`form[data-live] select[name="${select.name}"]`);
      if (!fresh) return;
      const chosen = select.value;
      select.replaceChildren(...fresh.children);
      select.value = chosen;
    });
  }

  let asked = 0;

  /** Shows what an address has in place of what is shown, and leaves the focus where it is. */
  async function show(address, keep) {
    const turn = ++asked;
    try {
      const answer = await fetch(address, { headers: { "X-Requested-With": "fetch" } });
      if (!answer.ok) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (turn !== asked) return;
      const fresh = page.getElementById("results");
      const shown = document.getElementById("results");
      if (!fresh || !shown) throw new Error("no results");
      shown.replaceWith(fresh);
      refill(page);
      document.title = page.title;
      if (keep) history.pushState({}, "", address);
      countAll();
    } catch {
      location.assign(address);
    }
  }

  document.querySelectorAll("form[data-live]").forEach((form) => {
    let waiting;
    const soon = (delay) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => show(addressOf(form), true), delay);
    };
    form.addEventListener("change", () => soon(0));
    form.addEventListener("input", (event) => { if (event.target.type === "search") soon(300); });
    form.addEventListener("submit", (event) => { event.preventDefault(); soon(0); });
  });
  addEventListener("popstate", () => location.reload());

  countAll();
  setInterval(countAll, 30000);
})();
