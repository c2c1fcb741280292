// Shows a page anew when what it was made from has changed. Only `kelisim preview` serves this.
"use strict";

(() => {
  const key = "kelisim-reloaded-for";
  let shown = new URL(document.currentScript.src).searchParams.get("version");
  let source = null;

  const stop = () => {
    if (source) source.close();
    source = null;
  };

  const hear = (event) => {
    shown = shown ?? event.data;
    // Once for each version: a page that comes back as it was must not be asked for again and again.
    if (event.data === shown || event.data === sessionStorage.getItem(key)) return;
    sessionStorage.setItem(key, event.data);
    stop();
    location.reload();
  };

  const listen = () => {
    if (source || document.hidden) return;
    source = new EventSource("/.preview/events");
    source.onmessage = hear;
    source.onerror = () => {
      // Browsers try again by themselves unless they were answered with an error.
      if (!source || source.readyState !== EventSource.CLOSED) return;
      stop();
      setTimeout(listen, 1000);
    };
  };

  // A page that nobody sees keeps no connection, of which browsers have six for a site.
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  addEventListener("pagehide", stop);
  addEventListener("pageshow", listen);
  listen();
})();
