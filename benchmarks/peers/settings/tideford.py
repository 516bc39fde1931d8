"""Tideford: what a good user of Splink would set for agencies' files of one town, after its guides and notebooks.

No notebook covers these columns, so several sets were tried on 50,000 records and the best by F1 was taken:
names compared apart with term frequencies (as the febrl notebooks do) beat both names in one comparison (.955 against
.949); phone and e-mail, which households share, are blocked on but not compared, since Splink takes them for independent
of the postcode and then links families (persons' F1 .959 without, .854 with); edit distances on postcodes, since all
lie in one postcode area and the ready-made comparison's levels of district and area would stay untrained. Street and
locality say again what the postcode says; the febrl4 notebook leaves them out for that reason. Blocking rules take two
columns each beside the unique numbers, as the guide on blocking advises from a million rows on.
"""

import splink.comparison_library as cl
from splink import SettingsCreator, block_on

IDENTIFIER = "unique_id"
CLEANING = ""

SETTINGS = SettingsCreator(
    link_type="dedupe_only",
    blocking_rules_to_generate_predictions=[
        block_on("nhs_number"),
        block_on("nino"),
        block_on("email"),
        block_on("phone"),
        block_on("surname", "dob"),
        block_on("first_name", "dob"),
        block_on("postcode", "first_name"),
        block_on("postcode", "surname"),
        block_on("postcode", "dob"),
        block_on("first_name", "surname", "substr(dob,1,4)"),
        block_on("substr(first_name,1,3)", "substr(surname,1,4)", "substr(dob,6,5)"),
    ],
    comparisons=[
        cl.NameComparison("first_name").configure(term_frequency_adjustments=True),
        cl.ExactMatch("substr(middle_name,1,1)"),
        cl.NameComparison("surname").configure(term_frequency_adjustments=True),
        cl.DateOfBirthComparison("dob", input_is_string=True),
        cl.LevenshteinAtThresholds("postcode", [1, 2]).configure(term_frequency_adjustments=True),
        cl.ExactMatch("nhs_number"),
        cl.ExactMatch("nino"),
        cl.ExactMatch("sex"),
    ],
)


def train(linker):
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("nhs_number"), block_on("nino"), block_on("first_name", "surname", "dob")], recall=0.7
    )
    training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    for columns in (["first_name", "surname"], ["dob"]):
        training.estimate_parameters_using_expectation_maximisation(
            block_on(*columns), estimate_without_term_frequencies=True
        )
