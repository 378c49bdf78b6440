//! The seeds that the fuzzer begins with and what was ever found, held to their properties with the stable compiler.

use std::fs;
use std::path::Path;

use liner_notes_properties::PROPERTIES;

#[test]
fn every_property_holds_of_every_seed_and_of_all_that_was_found() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../seeds");
    for (name, holds) in PROPERTIES {
        let folder = seeds.join(name);
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut count = 0;
        for entry in entries {
            let file = entry.unwrap().path();
            println!("{name}: {}", file.file_name().unwrap().to_string_lossy());
            holds(&fs::read(&file).unwrap());
            count += 1;
        }
        assert!(count > 0, "there is no seed for {name}");
    }
}

#[test]
fn every_property_has_a_fuzz_target_and_every_target_a_property() {
    let targets = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../targets")).unwrap();
    let mut targets: Vec<String> =
        targets.map(|file| file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned()).collect();
    targets.sort();
    assert_eq!(targets, PROPERTIES.map(|(name, _)| name));
}
