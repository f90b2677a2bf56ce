"""What the whole says of itself: XMP, and the information dictionary that agrees with it.

ISO 32000-1, 14.3; ISO 19005-3, 6.6; ISO 14289-1, 5.
"""

from xml.sax.saxutils import escape

from pypdf.generic import DictionaryObject, StreamObject

from kdnet_docs.tagged_pdf.merging.values import Plain, dictionary, stream, text
from kdnet_docs.tagged_pdf.parts import Properties
from kdnet_docs.tagged_pdf.verdicts import Claims

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{body}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""

# PDF/A wants properties described that it does not know, and it does not know PDF/UA's.
_PDF_UA = """<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of PDF/UA that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"""


def metadata(properties: Properties, claims: Claims) -> StreamObject:
    """The XMP packet."""
    day = f"{properties.date.isoformat()}T00:00:00Z"
    lines = [
        f"<dc:title>{_alternative(properties.title)}</dc:title>",
        f"<dc:language><rdf:Bag><rdf:li>{escape(properties.language)}</rdf:li></rdf:Bag></dc:language>",
        "<dc:format>application/pdf</dc:format>",
        f"<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>",
        f"<pdf:Producer>{escape(properties.producer)}</pdf:Producer>",
    ]
    if properties.author:
        lines.append(
            f"<dc:creator><rdf:Seq><rdf:li>{escape(properties.author)}</rdf:li></rdf:Seq></dc:creator>"
        )
    if properties.description:
        lines.append(f"<dc:description>{_alternative(properties.description)}</dc:description>")
    if properties.keywords:
        items = "".join(f"<rdf:li>{escape(word)}</rdf:li>" for word in properties.keywords)
        lines.append(f"<dc:subject><rdf:Bag>{items}</rdf:Bag></dc:subject>")
        lines.append(f"<pdf:Keywords>{escape(', '.join(properties.keywords))}</pdf:Keywords>")
    if claims.pdf_a is not None:
        part, level = claims.pdf_a[0], claims.pdf_a[1:].upper()
        lines.append(f"<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>{level}</pdfaid:conformance>")
    if claims.pdf_ua:
        lines.append(_PDF_UA)
    packet = _PACKET.format(body="\n".join(lines)).encode()
    return stream(packet, {"/Type": "/Metadata", "/Subtype": "/XML"})


def information(properties: Properties) -> DictionaryObject:
    """The information dictionary."""
    day = text(f"D:{properties.date:%Y%m%d}000000Z")
    entries: dict[str, Plain] = {
        "/Title": text(properties.title),
        "/Producer": text(properties.producer),
        "/CreationDate": day,
        "/ModDate": day,
    }
    optional = {
        "/Author": properties.author,
        "/Subject": properties.description,
        "/Keywords": ", ".join(properties.keywords),
    }
    return dictionary(entries | {key: text(value) for key, value in optional.items() if value})


def _alternative(words: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(words)}</rdf:li></rdf:Alt>'
