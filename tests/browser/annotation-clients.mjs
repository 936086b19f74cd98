// What the tests use of two libraries that read Web Annotations, for one script.
export {
  createTextPositionSelectorMatcher,
  createTextQuoteSelectorMatcher,
} from "@apache-annotator/dom";
export { W3CTextFormat, createTextAnnotator } from "@recogito/text-annotator";
