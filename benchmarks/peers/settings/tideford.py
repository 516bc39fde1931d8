"""Tideford: what a good user of Splink would set for agencies' files of one town, after its guides and notebooks.

No notebook covers these columns, so: the ready-made comparison for each column that has one, with term frequencies;
edit distances for numbers, as the febrl notebooks do; nothing on street and locality, which say again what the postcode
says (the febrl4 notebook leaves them out for the same reason); strict blocking rules on two columns each beside the
unique numbers, as the guide on blocking advises from a million rows on.
"""

import splink.comparison_library as cl
from splink import SettingsCreator, block_on

IDENTIFIER = "unique_id"
CLEANING = ", first_name || ' ' || surname as first_name_surname_concat"

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
        cl.ForenameSurnameComparison(
            "first_name", "surname", forename_surname_concat_col_name="first_name_surname_concat"
        ),
        cl.DateOfBirthComparison("dob", input_is_string=True),
        cl.PostcodeComparison("postcode"),
        cl.EmailComparison("email"),
        cl.ExactMatch("phone").configure(term_frequency_adjustments=True),
        cl.DamerauLevenshteinAtThresholds("nhs_number", [1, 2]),
        cl.DamerauLevenshteinAtThresholds("nino", [1, 2]),
        cl.ExactMatch("sex"),
    ],
)


def train(linker):
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("nhs_number"), block_on("nino"), block_on("first_name", "surname", "dob")], recall=0.7
    )
    training.estimate_u_using_random_sampling(max_pairs=1e7)
    for columns in (["first_name", "surname"], ["dob"]):
        training.estimate_parameters_using_expectation_maximisation(
            block_on(*columns), estimate_without_term_frequencies=True
        )
