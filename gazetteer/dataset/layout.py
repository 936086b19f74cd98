"""The tables of the artefact; ``gazetteer.store`` is their only reader."""

from __future__ import annotations

GEOPACKAGE = """
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
"""

LAYERS = """
CREATE TABLE places (
  fid INTEGER PRIMARY KEY, geom POINT, id TEXT, kind TEXT, type TEXT, status TEXT, since TEXT,
  until TEXT, accuracy_m INTEGER, prominence INTEGER, description TEXT);
CREATE TABLE routes (
  fid INTEGER PRIMARY KEY, geom LINESTRING, route TEXT, version TEXT, since TEXT, until TEXT,
  width_m INTEGER, tolerance_m INTEGER, source TEXT, method TEXT, geojson TEXT);
CREATE TABLE areas (
  fid INTEGER PRIMARY KEY, geom GEOMETRY, entity TEXT, version TEXT, perspective TEXT, since TEXT,
  until TEXT, tolerance_m INTEGER, source TEXT, method TEXT, geojson TEXT);
CREATE INDEX areas_entity ON areas (entity);
"""
"""Feature layers for GIS programs; the lines and extents are also kept as GeoJSON text."""

STATEMENTS = """
CREATE TABLE entities (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, class TEXT NOT NULL, kind TEXT NOT NULL,
  type TEXT NOT NULL, since TEXT NOT NULL, until TEXT NOT NULL, prominence INTEGER NOT NULL,
  description TEXT NOT NULL, source TEXT NOT NULL, lon DOUBLE, lat DOUBLE, accuracy_m INTEGER,
  coordinate_source TEXT NOT NULL, status TEXT NOT NULL);
CREATE TABLE names (
  number INTEGER PRIMARY KEY, entity TEXT NOT NULL, lang TEXT NOT NULL, text TEXT NOT NULL,
  script TEXT NOT NULL, role TEXT NOT NULL, perspective TEXT NOT NULL, since TEXT NOT NULL,
  until TEXT NOT NULL, certainty TEXT NOT NULL, romanization TEXT NOT NULL, source TEXT NOT NULL);
CREATE INDEX names_entity ON names (entity);
CREATE TABLE derived_names (
  number INTEGER PRIMARY KEY, entity TEXT NOT NULL, lang TEXT NOT NULL, text TEXT NOT NULL,
  script TEXT NOT NULL, role TEXT NOT NULL, perspective TEXT NOT NULL, since TEXT NOT NULL,
  until TEXT NOT NULL, certainty TEXT NOT NULL, romanization TEXT NOT NULL, source TEXT NOT NULL);
CREATE TABLE relations (
  number INTEGER PRIMARY KEY, subject TEXT NOT NULL, predicate TEXT NOT NULL,
  object TEXT NOT NULL, perspective TEXT NOT NULL, since TEXT NOT NULL, until TEXT NOT NULL,
  certainty TEXT NOT NULL, source TEXT NOT NULL);
CREATE INDEX relations_subject ON relations (subject, predicate);
CREATE INDEX relations_object ON relations (object, predicate);
CREATE TABLE identifiers (
  number INTEGER PRIMARY KEY, entity TEXT NOT NULL, scheme TEXT NOT NULL, value TEXT NOT NULL,
  source TEXT NOT NULL);
CREATE INDEX identifiers_entity ON identifiers (entity);
CREATE INDEX identifiers_value ON identifiers (scheme, value);
CREATE TABLE statuses (
  number INTEGER PRIMARY KEY, place TEXT NOT NULL, status TEXT NOT NULL, since TEXT NOT NULL,
  until TEXT NOT NULL, certainty TEXT NOT NULL, source TEXT NOT NULL);
CREATE INDEX statuses_place ON statuses (place);
CREATE TABLE gaps (
  number INTEGER PRIMARY KEY, entity TEXT NOT NULL, perspective TEXT NOT NULL, reason TEXT NOT NULL,
  source TEXT NOT NULL);
CREATE TABLE exclusions (
  number INTEGER PRIMARY KEY, scheme TEXT NOT NULL, value TEXT NOT NULL, text TEXT NOT NULL,
  reason TEXT NOT NULL, source TEXT NOT NULL);
CREATE TABLE sources (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, title TEXT NOT NULL,
  publisher TEXT NOT NULL, date TEXT NOT NULL, url TEXT NOT NULL, licence TEXT NOT NULL,
  attribution TEXT NOT NULL);
CREATE TABLE perspectives (
  number INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
  entity TEXT NOT NULL, since TEXT NOT NULL, until TEXT NOT NULL, description TEXT NOT NULL);
CREATE TABLE perspective_names (
  number INTEGER PRIMARY KEY, perspective TEXT NOT NULL, lang TEXT NOT NULL, text TEXT NOT NULL,
  source TEXT NOT NULL);
CREATE TABLE redirects (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, target TEXT NOT NULL, date TEXT NOT NULL,
  reason TEXT NOT NULL);
"""
"""The human-edited tables, numbered from 1 in their canonical order."""

INDEXES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE name_keys (
  key TEXT NOT NULL, name INTEGER NOT NULL, prominence INTEGER NOT NULL,
  PRIMARY KEY (key, name)) WITHOUT ROWID;
CREATE TABLE name_readings (
  frame TEXT NOT NULL, reading TEXT NOT NULL, name INTEGER NOT NULL,
  PRIMARY KEY (frame, reading, name)) WITHOUT ROWID;
CREATE TABLE keys (number INTEGER PRIMARY KEY, key TEXT NOT NULL);
CREATE TABLE segments (
  length INTEGER NOT NULL, part INTEGER NOT NULL, segment TEXT NOT NULL, key INTEGER NOT NULL,
  PRIMARY KEY (length, part, segment, key)) WITHOUT ROWID;
CREATE TABLE blobs (name TEXT PRIMARY KEY, value BLOB NOT NULL);
"""
"""What look-up and text matching need; of no interest to GIS programs."""

ATTRIBUTE_TABLES = {
    "entities": "Places, actors and terms; their names are in the table names",
    "names": "Who calls which entity what, in which language and script, and when",
    "derived_names": "Names that follow from those by rule; only found in texts, never shown",
    "relations": "Subject, predicate, object, according to whom and when",
    "identifiers": "Identifiers in other catalogues",
    "statuses": "Whether a settlement was inhabited, abandoned or destroyed, and when",
    "gaps": "Names that a side does not have or that were not found, and why",
    "exclusions": "Records of other catalogues, and names in them, deliberately left out",
    "sources": "Where the statements come from",
    "perspectives": "Who is speaking",
    "perspective_names": "What the perspectives are called",
    "redirects": "Ids no longer used",
}
"""Statement tables that GIS programs list beside the layers, with a description."""
