/** Where the person was in the page: the element, and the caret in it. Calling it goes back there. */
export function rememberFocus({ document }: Window, host: Element): (() => void) | null {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || activeElement === document.body || activeElement === host)
    return null;
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null;
  const isEditable = activeElement.isContentEditable;
  return () => {
    if (!activeElement.isConnected) return;
    activeElement.focus({ preventScroll: true });
    if (!isEditable || !range || !activeElement.contains(range.startContainer)) return;
    selection?.removeAllRanges();
    selection?.addRange(range);
  };
}
