"""The order in which ECMA-376 (part 1, annex A) wants the children of the elements we write."""

from collections.abc import Iterator, Mapping

from lxml import etree

from kdnet_docs.ooxml.xml import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_HOLD_WORDS = {"t", "delText", "instrText", "delInstrText"}
_END_WITH_A_PARAGRAPH = {"tc", "hdr", "ftr"}
_ANY_ORDER = {f"{_W}headerReference", f"{_W}footerReference"}

ORDER: Mapping[str, list[str]] = {
    name: children.split()
    for name, children in {
        "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
        "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
        "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
        "suppressOverlap jc "
        "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
        "numPr": "ilvl numId",
        "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription "
        "tblPrChange",
        "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
        "vAlign hideMark cellIns cellDel cellMerge tcPrChange",
        "trPr": "cantSplit tblHeader ins del trPrChange",
        "tblGrid": "gridCol tblGridChange",
        "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
        "sectPr": "footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
        "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
        "sectPrChange",
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "num": "abstractNumId lvlOverride",
        "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
        "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
        "sdt": "sdtPr sdtEndPr sdtContent",
        "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime "
        "doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText "
        "printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts "
        "saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader "
        "bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors "
        "activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter "
        "stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves "
        "doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet "
        "defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps "
        "showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders "
        "bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing "
        "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
        "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin "
        "doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne "
        "strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture "
        "doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText "
        "doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags "
        "alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids "
        "mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats "
        "doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary "
        "shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator",
    }.items()
}


def faults(root: Element) -> Iterator[str]:
    """Every element with unknown children or in another order, with loose words, or a cell without an end."""
    for found in root.iter(f"{_W}*"):
        name = etree.QName(found).localname
        if name not in _HOLD_WORDS:
            # By path: what python-docx calls a paragraph's text is all the words in it.
            loose = found.xpath("text()[normalize-space()]")
            assert isinstance(loose, list)
            yield from (f"{words!r} loose in {name}" for words in loose)
        children = [
            etree.QName(child).localname
            for child in found
            if str(child.tag).startswith(_W) and child.tag not in _ANY_ORDER
        ]
        if name in ORDER:
            order = ORDER[name]
            yield from (f"{child} in {name}" for child in children if child not in order)
            places = [order.index(child) for child in children if child in order]
            if places != sorted(places):
                yield f"order of {name}: {children}"
        if name in _END_WITH_A_PARAGRAPH and children[-1:] != ["p"]:
            yield f"{name} does not end with a paragraph: {children}"
