"""What every page must keep, checked on its HTML."""

from collections import Counter
from html.parser import HTMLParser

VOID = {"meta", "input", "br", "link", "img", "path", "circle", "hr"}


class Page(HTMLParser):
    """A page as its elements, in order, with what is wrong with how they nest."""

    def __init__(self, html):
        super().__init__()
        self.elements = []
        self.open = []
        self.wrong = []
        self.feed(html)
        self.wrong += [f"{name} is never closed" for name in self.open]

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing")

    def all(self, name):
        return [attrs for tag, attrs in self.elements if tag == name]

    def complaints(self):
        """Return everything that breaks a promise, in words."""
        ids = Counter(attrs["id"] for _, attrs in self.elements if "id" in attrs)
        found = [f"id {name} is used {count} times" for name, count in ids.items() if count > 1]
        if len(self.all("h1")) != 1:
            found.append("a page has exactly one h1")
        if not self.all("html")[0].get("lang"):
            found.append("the language is not named")
        found += [
            f"{name} is pointed to and does not exist"
            for _, attrs in self.elements
            for key in ("aria-labelledby", "for")
            for name in attrs.get(key, "").split()
            if name not in ids
        ]
        found += [
            f"{attrs} scrolls, but cannot be reached by keyboard or has no name"
            for _, attrs in self.elements
            if "wide" in attrs.get("class", "").split()
            if (attrs.get("tabindex"), attrs.get("role")) != ("0", "region")
            or not (attrs.get("aria-label") or attrs.get("aria-labelledby"))
        ]
        found += [
            f"{tag} loads {attrs[key]}"
            for tag, attrs in self.elements
            for key in ("src", "href")
            if attrs.get(key, "").startswith(("http", "//"))
        ]
        found += [
            f"{tag} has an inline handler"
            for tag, attrs in self.elements
            if any(name.startswith("on") for name in attrs)
        ]
        found += [
            f"a heading cell of {tag} has no scope"
            for tag, a in self.elements
            if tag == "th" and "scope" not in a
        ]
        return found + self.wrong
