// Keys: Ctrl K or / to the search box.

/** Takes the keyboard to the search box. */
export function startShortcuts(): void {
  document.addEventListener("keydown", (event) => {
    const search = document.querySelector<HTMLInputElement>("#search");
    const isTyping = (event.target as Element).closest("input, textarea, select, [contenteditable]");
    const isAsked =
      ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") ||
      (event.key === "/" && !isTyping);
    if (!search || !isAsked) return;
    event.preventDefault();
    search.focus();
    search.select();
  });
}
