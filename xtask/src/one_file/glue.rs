//! The script that wasm-bindgen writes for the app, made to stand in a page.
//!
//! It is a module, whose one use is to be imported, and a page can import nothing from itself. So it becomes a function
//! that is called at once and gives what the module has for its default: `init`. That takes no more than to exchange
//! its last statement, `export { … as default };`, whether it was minified or not.

use anyhow::{Context, Result, ensure};

/// The script as a declaration of `init`.
pub(super) fn as_function(module: &str) -> Result<String> {
    let strange = "the script that wasm-bindgen wrote is not as its earlier ones: it must import nothing and end with \
                   one `export { … as default }`";
    let (body, list) = exports(module).context(strange)?;
    let default = list.split(',').find_map(|item| item.trim().strip_suffix("default")?.trim_end().strip_suffix("as"));
    let default = default.map(str::trim).filter(|name| is_name(name)).context(strange)?;
    ensure!(!imports_or_exports(body), strange);
    Ok(format!("const init = (() => {{\n{}\nreturn {default};\n}})();\n", body.trim()))
}

/// What stands before the last statement, and what that exports.
fn exports(module: &str) -> Option<(&str, &str)> {
    let (body, last) = module.rsplit_once("export")?;
    let list = last.trim().trim_end_matches(';').trim_end().strip_prefix('{')?.strip_suffix('}')?;
    Some((body, list))
}

/// Whether one of the two words stands here as a statement: not as a part of another word, nor as the `import.meta` and
/// `import()` that any script may use.
fn imports_or_exports(script: &str) -> bool {
    let is_part_of_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '$' | '.');
    ["import", "export"].iter().any(|word| {
        script.match_indices(word).any(|(place, _)| {
            let before = script[..place].chars().next_back();
            let after = script[place + word.len()..].chars().next();
            !before.is_some_and(is_part_of_word) && matches!(after, Some(' ' | '{' | '*' | '"' | '\''))
        })
    })
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '$'))
}

#[cfg(test)]
mod tests {
    use super::as_function;

    #[test]
    fn the_last_statement_gives_what_the_module_exports() -> anyhow::Result<()> {
        let written =
            "let wasm;\nconst at = import.meta.url;\nwasm.exports();\n\nexport { initSync, __wbg_init as default };\n";
        let expected = "const init = (() => {\nlet wasm;\nconst at = import.meta.url;\nwasm.exports();\nreturn __wbg_init;\n})();\n";
        assert_eq!(as_function(written)?, expected);
        let minified = "let a;export{$ as initSync,q as default};\n";
        assert_eq!(as_function(minified)?, "const init = (() => {\nlet a;\nreturn q;\n})();\n");
        Ok(())
    }

    #[test]
    fn any_other_module_is_refused() {
        for strange in [
            "const a = 1;",
            "export default a;",
            "export { a };",
            "import { b } from './snippets/b.js';\nexport { a as default };",
            "export function f() {}\nexport { a as default };",
            "export { a as default };\nmore();",
        ] {
            assert!(as_function(strange).is_err(), "{strange}");
        }
    }
}
