"""How the measures of the published tables are called in the project."""

MEASURES = {
    "dti": "dti",
    "awareness": "dti_awareness",
    "institution": "dti_institution",
    "infrastructure": "dti_infrastructure",
    "workforce": "dti_workforce",
    "security": "dti_security",
    "gov_activity": "dti_government_activity",
    "economy_activity": "dti_economy_activity",
    "society_activity": "dti_society_activity",
    "gov": "dti_government",
    "economy": "dti_economy",
    "society": "dti_society",
}
NATIONAL = {
    ("national", "dti"): "dti",
    ("provinces", "mean_dti"): "dti_province_mean",
    ("ministries_with_public_services", "mean_dti"): "dti_ministry_mean_with_services",
    ("ministries_without_public_services", "mean_dti"): "dti_ministry_mean_without_services",
}
RENAMED = {"dti_national": "dti"}
MOVED = {"dti_rank_backan": "63-06", "dti_rank_baclieu": "63-95"}
