//! JSON-LD read as what it says: statements, by a processor that knows nothing of the files.

use std::collections::BTreeMap;

use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use oxrdf::Term;

/// Statements by subject: each predicate with its objects, resources as addresses or `_:…`, literals as their text.
pub(crate) type Statements = BTreeMap<String, BTreeMap<String, Vec<String>>>;

/// Reads a document whose only foreign context is the given one.
#[track_caller]
pub(crate) fn read(text: &str, address: &'static str, context: &str) -> Statements {
    let context = context.to_owned();
    let load = move |asked: &str, _: &_| {
        assert_eq!(asked.trim_end_matches('/'), address, "a context that the file must not need");
        let document = context.clone().into_bytes();
        Ok(JsonLdRemoteDocument { document, document_url: asked.to_owned() })
    };
    let mut statements = Statements::new();
    for quad in JsonLdParser::new().for_slice(text.as_bytes()).with_load_document_callback(load) {
        let quad = quad.unwrap_or_else(|error| panic!("{error}\n{text}"));
        let object = match &quad.object {
            Term::NamedNode(node) => node.as_str().to_owned(),
            Term::Literal(literal) => literal.value().to_owned(),
            other => other.to_string(),
        };
        let subject = quad.subject.to_string().trim_matches(['<', '>']).to_owned();
        let of = statements.entry(subject).or_default();
        of.entry(quad.predicate.as_str().to_owned()).or_default().push(object);
    }
    statements
}

/// The one object of a predicate.
#[track_caller]
pub(crate) fn one<'s>(of: &'s BTreeMap<String, Vec<String>>, predicate: &str) -> &'s str {
    match of.get(predicate).map(Vec::as_slice) {
        Some([one]) => one,
        other => panic!("{predicate}: {other:?} in {of:#?}"),
    }
}

const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/// The subjects of a type.
pub(crate) fn of_type<'s>(
    statements: &'s Statements,
    kind: &str,
) -> Vec<(&'s String, &'s BTreeMap<String, Vec<String>>)> {
    let is_of =
        |of: &BTreeMap<String, Vec<String>>| of.get(TYPE).is_some_and(|types| types.iter().any(|one| one == kind));
    statements.iter().filter(|(_, of)| is_of(of)).collect()
}
