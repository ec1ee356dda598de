/**
 * Stands in the page for what the platform puts there: `google.script.run` and `google.script.host`. Whoever shows the page
 * gives it `huizongCall(name, arguments)`, which answers `{ value }` or `{ error: { name, message } }`.
 */
(() => {
  const runner = (success, failure) =>
    new Proxy(
      {
        withSuccessHandler: (handler) => runner(handler, failure),
        withFailureHandler: (handler) => runner(success, handler),
      },
      {
        get: (own, name) =>
          own[name] ??
          (async (...args) => {
            const { value, error } = await window.huizongCall(name, args);
            if (error) failure?.(Object.assign(new Error(error.message), { name: error.name }));
            else success?.(value);
          }),
      },
    );
  const host = {
    close: () => {
      window.huizongClosed = true;
    },
    setWidth: () => undefined,
    setHeight: () => undefined,
  };
  window.google = { script: { run: runner(), host } };
})();
