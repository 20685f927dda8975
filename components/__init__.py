"""Drawing: altair, folium and streamlit live here and nowhere else."""
