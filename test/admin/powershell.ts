import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import treeSitter, { type Node } from '@vscode/tree-sitter-wasm';

const require = createRequire(import.meta.url);
const { Language, Parser } = treeSitter;

/** Takes PowerShell apart with the grammar that VS Code uses; no PowerShell is needed. */
export async function createPowerShellParser(): Promise<(source: string) => Node> {
  await Parser.init();
  const grammar = require.resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm');
  const parser = new Parser();
  parser.setLanguage(await Language.load(await readFile(grammar)));
  return (source) => {
    const tree = parser.parse(source);
    if (tree === null) throw new Error('the parser gave no tree');
    return tree.rootNode;
  };
}

/** A command as it is in the script: its name, and its parameters' names in order. */
export interface Command {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly text: string;
  readonly node: Node;
}

export function commandsOf(root: Node): Command[] {
  return nodesOf(root, 'command').map((node) => ({
    name: node.childForFieldName('command_name')?.text ?? '',
    parameters: nodesOf(node, 'command_parameter').map(({ text }) => text),
    text: node.text,
    node,
  }));
}

export function nodesOf(root: Node, type: string): Node[] {
  return root.descendantsOfType(type).filter((node) => node !== null);
}
