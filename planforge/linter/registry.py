"""All rules, written out: what is not here does not run."""

from planforge.linter.rule import Rule
from planforge.linter.rules import (
    agency_not_existing_then,
    agency_spelled_several_ways,
    area_without_standing_agency,
    citation_without_so,
    collective_sole_lead,
    document_from_the_future,
    document_not_in_force,
    document_perhaps_cited_wrongly,
    document_perhaps_not_in_force,
    document_with_two_dates,
    incomplete_first_citation,
    known_document_cited_wrongly,
    lead_also_supports,
    missing_deadline,
    missing_lead,
    missing_product,
    missing_support,
    party_symbol_order,
    province_not_existing_then,
    same_document_cited_differently,
    symbol_contradicts_date,
    symbol_contradicts_issuer,
    symbol_contradicts_type,
    unknown_agency,
    unreadable_symbol,
)

RULES: tuple[Rule, ...] = tuple(
    module.RULE
    for module in (
        missing_lead,
        missing_product,
        missing_deadline,
        missing_support,
        lead_also_supports,
        unknown_agency,
        agency_spelled_several_ways,
        collective_sole_lead,
        agency_not_existing_then,
        area_without_standing_agency,
        province_not_existing_then,
        unreadable_symbol,
        party_symbol_order,
        incomplete_first_citation,
        citation_without_so,
        document_with_two_dates,
        symbol_contradicts_issuer,
        known_document_cited_wrongly,
        document_not_in_force,
        same_document_cited_differently,
        symbol_contradicts_type,
        symbol_contradicts_date,
        document_from_the_future,
        document_perhaps_cited_wrongly,
        document_perhaps_not_in_force,
    )
)
"""The rules in the order of their codes."""
