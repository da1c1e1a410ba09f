"""What all pages share: layout, components, signs, language."""
