import { LexicalComposer } from "@lexical/react/LexicalComposer";
import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import { ContentEditable } from "@lexical/react/LexicalContentEditable";
import { LexicalErrorBoundary } from "@lexical/react/LexicalErrorBoundary";
import { HistoryPlugin } from "@lexical/react/LexicalHistoryPlugin";
import { OnChangePlugin } from "@lexical/react/LexicalOnChangePlugin";
import { PlainTextPlugin } from "@lexical/react/LexicalPlainTextPlugin";
import { RichTextPlugin } from "@lexical/react/LexicalRichTextPlugin";
import {
  $createParagraphNode,
  $getRoot,
  COMMAND_PRIORITY_HIGH,
  type EditorState,
  INSERT_LINE_BREAK_COMMAND,
  KEY_ENTER_COMMAND,
} from "lexical";
import { useEffect } from "react";
import { cx } from "#test/business-suite/style/atomic.ts";
import type { BoxProps } from "./composer.tsx";

const CONFIG = {
  namespace: "composer",
  theme: {},
  onError(error: Error) {
    throw error;
  },
};

const BOX =
  "min-height:36px;max-height:120px;overflow-y:auto;padding:8px 14px;outline:0;user-select:text;white-space:pre-wrap;word-break:break-word";

/** The page's editor of 2026: Lexical, Enter sends and Shift+Enter breaks the line (facts, section 2.5). */
export function LexicalBox({ label, onText, onSend, emptied, kind }: BoxProps & { kind: string }) {
  const Plugin = kind === "lexical_plain" ? PlainTextPlugin : RichTextPlugin;
  const hint = (
    <div
      aria-hidden="true"
      className={cx(
        "position:absolute;top:8px;inset-inline-start:14px;color:var(--faint);pointer-events:none",
      )}
    >
      {label}
    </div>
  );
  const onChange = (editorState: EditorState) => onText(editorState.read(() => $getRoot().getTextContent()));
  return (
    <LexicalComposer initialConfig={CONFIG}>
      <Plugin
        contentEditable={
          <ContentEditable
            role="textbox"
            aria-label={label}
            aria-placeholder={label}
            placeholder={hint}
            spellCheck
            className={cx(BOX)}
          />
        }
        ErrorBoundary={LexicalErrorBoundary}
      />
      <HistoryPlugin />
      <OnChangePlugin onChange={onChange} ignoreSelectionChange />
      <SendOnEnter onSend={onSend} />
      <Emptied count={emptied} />
    </LexicalComposer>
  );
}

function SendOnEnter({ onSend }: { onSend: () => void }) {
  const [editor] = useLexicalComposerContext();
  useEffect(
    () =>
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          event?.preventDefault();
          if (event?.shiftKey) return editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false);
          onSend();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor, onSend],
  );
  return null;
}

/** Empties the editor after each sending, and keeps the caret in it. */
function Emptied({ count }: { count: number }) {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    if (count === 0) return;
    editor.update(() => {
      const paragraph = $createParagraphNode();
      $getRoot().clear().append(paragraph);
      paragraph.select();
    });
  }, [editor, count]);
  return null;
}
