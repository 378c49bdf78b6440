//! Addresses as files may have them.

/// The address with what no address may have encoded, and no white space at its ends: readers of the files would drop it
/// or end it early. An address that keeps to the rules stays as it is.
pub(crate) fn written(address: &str) -> String {
    let mut written = String::with_capacity(address.len());
    for c in address.trim().chars() {
        if c.is_control() || c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}') {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                written.push_str(&format!("%{byte:02X}"));
            }
        } else {
            written.push(c);
        }
    }
    written
}
