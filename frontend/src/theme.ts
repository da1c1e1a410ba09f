// Runs before the first paint: without a chosen theme, the page follows the machine's.
const root = document.documentElement;
if (root.dataset["theme"] === "auto") {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const follow = (): void => {
    root.dataset["bsTheme"] = dark.matches ? "dark" : "light";
  };
  follow();
  dark.addEventListener("change", follow);
}
