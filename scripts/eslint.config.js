// Used as `eslint -c scripts/eslint.config.js .` from the top folder. No rule can be switched off in a comment.
import { fileURLToPath } from "node:url"
import { defineConfig } from "eslint/config"
import tseslint from "typescript-eslint"

const tsconfigRootDir = fileURLToPath(new URL("..", import.meta.url))

const everywhere = [
  { selector: "TSEnumDeclaration", message: "Use a union of strings." },
  {
    selector:
      "Program > VariableDeclaration[kind!='const'], Program > ExportNamedDeclaration > VariableDeclaration[kind!='const']",
    message: "A module keeps no state: the service worker forgets it. State that must live is in the vault.",
  },
  {
    selector:
      "CallExpression[callee.property.name='catch'] > MemberExpression.arguments[object.name='console']",
    message: "Catching means recording: make it data, or let it rise.",
  },
  {
    selector: "CatchClause > BlockStatement[body.length=0]",
    message: "Catching means recording: make it data, or let it rise.",
  },
]

const namedExports = { selector: "ExportDefaultDeclaration", message: "Named exports only." }

// Captured pages are data; a browser that is handed them as HTML would run them.
const noHtml = [
  {
    selector: "AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]",
    message: "Build nodes, or set textContent.",
  },
  {
    // By another name for the same thing: element["innerHTML"], Reflect.set, Object.assign, setAttribute.
    selector:
      "Literal[value=/^(innerHTML|outerHTML|srcdoc|insertAdjacentHTML|setHTMLUnsafe)$/], ObjectExpression > Property[key.name=/^(innerHTML|outerHTML|srcdoc)$/]",
    message: "Build nodes, or set textContent.",
  },
  {
    selector:
      "CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment)$/], CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/], CallExpression[callee.object.property.name='document'][callee.property.name=/^write(ln)?$/]",
    message: "Build nodes, or set textContent.",
  },
]

// Reviewers read the package, and it is all there is: no code comes from elsewhere, and none is made of text.
const noForeignCode = [
  {
    selector: "ImportExpression:not([source.type='Literal']), ImportExpression > Literal[value=/^\\w+:/]",
    message: "Code is imported from the package alone.",
  },
  {
    selector:
      "ImportDeclaration[source.value=/^(https?|data|blob):/], AssignmentExpression[left.property.name=/^(src|action|data)$/] > Literal[value=/^(\\w+:)?\\/\\//]",
    message: "Nothing is loaded from elsewhere.",
  },
  {
    selector: "CallExpression[callee.name='importScripts']",
    message: "Code is imported from the package alone.",
  },
]

const pure = [
  {
    selector:
      "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date'], CallExpression[callee.object.name='Date'][callee.property.name='now'], CallExpression[callee.object.name='Math'][callee.property.name='random'], CallExpression[callee.property.name=/^(getRandomValues|randomUUID)$/]",
    message: "Core is deterministic: take the time, or the randomness, as an argument.",
  },
]

// `head_name_24eEB`, `_wbtext_1psp9_14`: a build of the site made the ending, and the next one makes another.
const HASHED =
  "[\\w-]*_(?=[A-Za-z0-9-]*[0-9A-Z])(?=[A-Za-z0-9-]*[a-z])[A-Za-z0-9-]{5,6}(?![\\w-])|_[a-z0-9]{5}_\\d+"
const noHashedNames = [
  {
    selector: `Literal[value=/${HASHED}/], TemplateElement[value.raw=/${HASHED}/]`,
    message: "A name that a build made up: use the part before it, as in [class*='_name_'].",
  },
]

// One that is left out without a word looks like one that passed; the run fails on it, but only at its end.
const noSilentSkips = [
  {
    selector: "MemberExpression[property.name=/^(runIf|skipIf|todo)$/]",
    message: "Call context.skip with the reason, or do not make the test.",
  },
]

const restricted = (...rules) => ({ "no-restricted-syntax": ["error", ...rules.flat()] })

const browserGlobals = ["browser", "chrome"].map(name => ({
  name,
  message: "Only src/platform talks to the browser's own interface.",
}))

// The types of a library (docx) bring Node's along, so the compiler does not see that the browser has none of these.
const nodeGlobals = [
  ...["process", "Buffer", "global", "require", "module", "__dirname", "__filename"],
  ...["setImmediate", "clearImmediate", "NodeJS"],
].map(name => ({ name, message: "This is Node's, and runs in a browser." }))

const pureGlobals = [
  ...["fetch", "XMLHttpRequest", "WebSocket", "indexedDB", "caches", "navigator", "location", "performance"],
  ...["setTimeout", "setInterval", "queueMicrotask", "self"],
].map(name => ({ name, message: "Core is a function of its arguments." }))

export default defineConfig(
  { ignores: ["dist/", "node_modules/", "tests/fixtures/"] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" } },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir } },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-eval": "error",
      "no-new-func": "error",
      "no-script-url": "error",
      "no-var": "error",
      "prefer-const": "error",
      "@typescript-eslint/no-implied-eval": "error",
      "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      // A number prints as one expects; objects, null and undefined do not.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      ...restricted(everywhere, namedExports, noHtml),
    },
  },
  { files: ["src/**"], rules: { "no-restricted-globals": ["error", ...browserGlobals, ...nodeGlobals] } },
  { files: ["src/cli/**"], rules: { "no-restricted-globals": ["error", ...browserGlobals] } },
  {
    files: ["src/**"],
    ignores: ["src/platform/**"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        { paths: [{ name: "webextension-polyfill", message: "Only src/platform imports it." }] },
      ],
    },
  },
  { files: ["src/platform/**"], rules: { "no-restricted-globals": ["error", ...nodeGlobals] } },
  { files: ["src/**"], rules: restricted(everywhere, namedExports, noHtml, noForeignCode) },
  {
    files: ["src/capture/sites/**"],
    rules: restricted(everywhere, namedExports, noHtml, noForeignCode, noHashedNames),
  },
  {
    files: ["src/core/**"],
    rules: {
      "no-restricted-globals": ["error", ...browserGlobals, ...nodeGlobals, ...pureGlobals],
      ...restricted(everywhere, namedExports, noHtml, noForeignCode, pure),
    },
  },
  {
    // No folder of these has a tsconfig.json of its own: tests/tsconfig.json compiles all three with Node's types.
    files: ["tests/**/*.ts", "scripts/**/*.ts", "src/cli/**/*.ts"],
    languageOptions: {
      parserOptions: { projectService: false, project: "tests/tsconfig.json", tsconfigRootDir },
    },
  },
  {
    files: ["tests/**/*.ts"],
    rules: {
      "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": "allow-with-description" }],
      "@typescript-eslint/no-non-null-assertion": "off",
      // As addresses of hostile pages they are what is tested.
      "no-script-url": "off",
      ...restricted(everywhere, namedExports, noSilentSkips),
    },
  },
  // Tools ask for a default export in their own config files.
  { files: ["**/*.config.{js,ts}"], rules: restricted(everywhere) },
  { files: ["**/*.js"], extends: [tseslint.configs.disableTypeChecked] },
)
